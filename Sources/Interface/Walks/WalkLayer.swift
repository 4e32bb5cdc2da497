import Diffusion
import TextScreen

/// Walkers on the plane, and around the origin the law they come to rest in, where there is one.
enum WalkLayer {
  private static let ink = Ink.trail(2)

  static func draw(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    guard let walk = state.view.walk else { return }
    let frame = state.stage.laboratory.frame
    if let limit = limit(in: state), limit > 0 {
      let variance = limit * limit / (frame.spread * frame.spread)
      MixtureOutline.drawEllipse(
        of: (frame.standardized(Point.zero), Covariance(xx: variance, xy: 0, yy: variance)),
        ink: .accent, on: &surface, space: space)
    }
    var canvas = DotCanvas(size: space.room.size, dots: surface.glyphs.dots)
    space.projection(dots: canvas.dots.perCell).plot(
      frame.standardized(walk.walkers), every: 1, on: &canvas, inks: .one(ink))
    surface.overlay(canvas, in: space.room)
  }

  /// The deviation of the law at rest, unless a lesson asks for it just now.
  private static func limit(in state: AppState) -> Double? {
    state.lesson?.isAsking(for: "walk-limit") == true ? nil : state.view.walk?.walk.limit
  }

  static func legend(_ state: AppState, _ glyphs: Glyphs) -> [StyledText] {
    guard let walk = state.view.walk else { return [] }
    let name = { (sign: String, word: String) in glyphs.unicodeText ? sign : word }
    let kind =
      switch walk.walk {
      case .langevin(let step, let noise): "step \(Text.short(step)) noise \(Text.short(noise))"
      case .ornsteinUhlenbeck(let theta, let sigma):
        "\(name("θ", "theta")) \(Text.short(theta)) \(name("σ", "sigma")) \(Text.short(sigma))"
      }
    let limit = limit(in: state).map {
      LayerLegends.stroke(.accent, glyphs) + .label("limit ") + Text.short($0)
    }
    return [
      LayerLegends.stroke(ink, glyphs) + .label(kind),
      StyledText(Text.count(walk.steps)) + .label(" steps"),
      .label("spread ") + Text.short(walk.moments.spread),
    ] + [limit].compactMap { $0 }
  }
}

extension PlaneLayer {
  static let walk = PlaneLayer(
    id: "walk", depth: .outline, rank: .field,
    isThere: { $0.view.walk != nil },
    draw: { WalkLayer.draw($0.state, on: &$1, space: $0.space) },
    legend: .row { state, glyphs in WalkLayer.legend(state, glyphs) })
}
