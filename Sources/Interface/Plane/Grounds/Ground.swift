import Diffusion
import TextScreen

extension ViewOptions {
  /// What is shaded under the cloud: whose values, how they are drawn, and in which words.
  ///
  /// Each stands in a file of its own, and once in `allCases`.
  public struct Ground: Sendable {
    /// Its name in commands.
    public let rawValue: String
    /// What there has to be for it.
    var need = Need.nothing
    /// What is said when it is chosen.
    let notice: @Sendable (MethodScreen) -> String
    /// What stands in the frame of the plane, where there is what it needs.
    let caption: @Sendable (MethodScreen) -> String
    /// What stands there where there is not.
    var lack = ""
    /// The values at every pixel, by whose shares contours are drawn too.
    var density: @Sendable (Marginal, AppState, Size, Projection) -> DensityRaster? = {
      marginal, _, size, grid in DensityRaster(marginal, size: size, on: grid)
    }
    let draw: @Sendable (PlaneMoment, Marginal, DensityRaster, inout Surface) -> Void
    /// What the shades mean, at the left of a row.
    let drawLegend: @Sendable (AppState, inout Surface, Rect) -> Void

    enum Need: Sendable {
      case nothing
      case network
      /// A network that jumps.
      case jumps
      /// A network of energies.
      case landscape
      /// A network that judges.
      case discriminator
      case guidance
    }
  }
}

extension ViewOptions.Ground: CaseIterable, RawRepresentable, Hashable {
  /// All grounds, in the order in which they take turns.
  public static let allCases: [ViewOptions.Ground] = [
    .off, .density, .energy, .landscape, .error, .curl, .defect, .discriminator, .tilted,
    .tiltedHere,
  ]

  /// The ground of a name in commands.
  public init?(rawValue: String) {
    guard let known = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = known
  }

  public static func == (one: Self, other: Self) -> Bool { one.rawValue == other.rawValue }
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension ViewOptions.Ground {
  static let off = ViewOptions.Ground(
    rawValue: "off", notice: { _ in "ground: plain" }, caption: { _ in "" },
    draw: { _, _, _, _ in }, drawLegend: { _, _, _ in })

  /// Whether it is about guidance, and so shades another density than that of the points.
  var isAboutGuidance: Bool { need == .guidance }

  /// Whether there is what it needs.
  func isPossible(in state: AppState) -> Bool {
    switch need {
    case .nothing: true
    case .network: state.training.weights != nil
    case .jumps: state.words.plane.defect(state) != nil
    case .landscape: state.words.plane.landscape(state) != nil
    case .discriminator: state.words.plane.verdict(state) != nil
    case .guidance: state.stage.laboratory.guidance != nil
    }
  }
}

extension PlaneLayer {
  /// What is shaded under the cloud.
  static let ground = PlaneLayer(
    id: "ground", depth: .ground, rank: .ground, isThere: { $0.view.ground != .off },
    needsDensity: true,
    draw: { moment, surface in
      guard let raster = moment.raster, let marginal = moment.marginal else { return }
      moment.state.view.ground.draw(moment, marginal, raster, &surface)
    },
    legend: .first { state, _, surface, row in state.view.ground.drawLegend(state, &surface, row) },
    caption: { state, _ in caption(of: state).map { [$0] } ?? [] })

  /// What is shaded, or why nothing is.
  private static func caption(of state: AppState) -> String? {
    let ground = state.view.ground
    if ground == .off { return nil }
    if state.marginal == nil {
      return "no exact density of \(state.stage.method.withoutExactAnswer)"
    }
    return ground.isPossible(in: state) ? ground.caption(state.words) : ground.lack
  }
}
