import Diffusion
import TextScreen

/// The density that guidance names, `p(x) p(c | x)^w`: at every pixel the mixture of two logarithms,
/// `(1 − w) ln weak + w ln strong`.
enum TiltedGround {
  /// The raster of it where guidance is on.
  static func raster(_ state: AppState, size: Size, on grid: Projection) -> DensityRaster? {
    guard let guidance = state.stage.laboratory.guidance else { return nil }
    let weight = guidance.specification.weight
    let (weakly, strongly) = sides(of: guidance, state)
    let weak = DensityRaster(weakly, size: size, on: grid)
    let strong = DensityRaster(strongly, size: size, on: grid)
    return DensityRaster(
      values: zip(weak.values, strong.values).map { weak, strong in
        // Where either has as good as nothing, no tilt is known.
        weak.isFinite && strong.isFinite ? (1 - weight) * weak + weight * strong : -.infinity
      })
  }

  /// What guidance compares: both without noise, or as they are at this moment.
  private static func sides(
    of guidance: Guidance, _ state: AppState
  ) -> (weak: Marginal, strong: Marginal) {
    state.view.ground == .tiltedHere
      ? state.stage.method.sides(of: guidance, at: state.frame.place)
      : guidance.noisySides(at: .clean)
  }

  /// What the ground is, at the left end of `rect`, if there is room.
  static func drawLegend(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard state.view.colour != .decision,
      let guidance = state.stage.laboratory.guidance
    else { return }
    let weight = GuidanceWords.weight(guidance.specification.weight)
    let here = state.view.ground == .tilted ? "" : " here"
    let lengths = [
      "p(x) p(c | x)^\(weight)\(here): guidance does not sample it",
      "p(x) p(c | x)^\(weight)\(here): named, not sampled", "p(x) p(c | x)^\(weight)",
    ]
    guard let text = lengths.first(where: { $0.columns + 20 <= rect.width }) else { return }
    surface.fill(Rect(x: rect.x, y: rect.y, width: text.columns + 1, height: 1))
    surface.write(text, in: rect, align: .left, style: .dim)
  }
}

extension ViewOptions.Ground {
  /// What guidance names and does not sample, `p(x) p(c | x)^w`, without noise.
  static let tilted = ground(
    "tilted", notice: { _ in "ground: what guidance names, without noise; it does not sample it" },
    caption: "tilted density")

  /// The same of the densities of this level, whose score guidance follows here.
  static let tiltedHere = ground(
    "tilted-here", notice: { $0.tiltedHere }, caption: "tilted densities of this level")

  private static func ground(
    _ name: String, notice: @escaping @Sendable (MethodScreen) -> String, caption: String
  ) -> ViewOptions.Ground {
    ViewOptions.Ground(
      rawValue: name, need: .guidance, notice: notice, caption: { _ in caption },
      lack: "no prompt, no tilt",
      density: { TiltedGround.raster($1, size: $2, on: $3) },
      draw: { ExactHeat.draw($2, on: &$3, space: $0.space) },
      drawLegend: { TiltedGround.drawLegend($0, on: &$1, in: $2) })
  }
}
