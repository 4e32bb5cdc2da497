import Diffusion
import TextScreen

/// What the plane asks of a method. Each answers in its folder, and stands in its `MethodScreen`.
protocol MethodPlane: Sendable {
  /// The layers that it alone has.
  var layers: [PlaneLayer] { get }
  /// What every ground of it shows, where all are one; nil where each is its own.
  func ground(_ state: AppState) -> String?
  /// Draws what belongs to a moment of the film strip besides its points.
  func drawMoment(_ film: FilmFrame, _ state: AppState, on surface: inout Surface, in room: Rect)
  /// How much of the path of a particle is shown.
  var trail: PlaneTrails.Length { get }
  /// Where its data and its starts lie.
  func world(of laboratory: Laboratory) -> PlaneFit.World
  /// What pulls at places at this moment, by the model that the view asks for; a length of 1 is the
  /// usual pull.
  func pulls(at places: [Point], _ marginal: Marginal?, _ state: AppState) -> [Point]
  /// What that length stands for, in few words.
  func unitOfPulls(_ state: AppState, _ glyphs: Glyphs) -> String
  /// How far the network is from the exact answer at places, where the answer itself has about unit
  /// length; nil where one of them has nothing to say.
  func error(_ marginal: Marginal, _ state: AppState) -> (@Sendable ([Point]) -> [Double])?
  /// A field of the network that should turn nowhere; nil where there is no network to ask.
  func fieldWithoutCurl(_ state: AppState) -> CurlMap.Field?
  /// How far two jumps of its network are from one, to the data; nil where none jumps.
  func defect(_ state: AppState) -> (@Sendable ([Point]) -> [Double])?
  /// The energy that its network has learned, at places; nil where it learns none.
  func landscape(_ state: AppState) -> (@Sendable ([Point]) -> [Double])?
  /// How likely places are real by its network, from 0 to 1; nil where none judges.
  func verdict(_ state: AppState) -> (@Sendable ([Point]) -> [Double])?
  /// The exact posterior of the clean point of the particle that is looked into; nil where it is
  /// clean, and where there is none.
  func cleanPosterior(_ state: AppState) -> GaussianMixture?
  /// The exact posterior of its point a step nearer to the data; nil where there is none.
  func stepPosterior(_ state: AppState) -> GaussianMixture?
}

extension MethodPlane {
  var layers: [PlaneLayer] { [] }
  func ground(_ state: AppState) -> String? { nil }
  func drawMoment(_ film: FilmFrame, _ state: AppState, on surface: inout Surface, in room: Rect) {}
  func defect(_ state: AppState) -> (@Sendable ([Point]) -> [Double])? { nil }
  func landscape(_ state: AppState) -> (@Sendable ([Point]) -> [Double])? { nil }
  func verdict(_ state: AppState) -> (@Sendable ([Point]) -> [Double])? { nil }
  func stepPosterior(_ state: AppState) -> GaussianMixture? { nil }
}
