import Diffusion
import TextScreen

/// Where the particle that is looked into may have come from, and where it may have been a step of
/// the run before: lines around a half and nine tenths of the exact posteriors of both.
enum PosteriorLobes {
  static let originInks: [Ink] = [.trail(1), .trail(2)]
  static let stepInks: [Ink] = [.reverse, .good]

  static func draw(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    if let origin = state.cleanPosterior {
      MixtureOutline.draw(origin, inks: originInks, on: &surface, space: space)
    }
    if let step = state.stepPosterior {
      MixtureOutline.draw(step, inks: stepInks, on: &surface, space: space)
    }
  }
}

extension PlaneLayer {
  static let lobes: PlaneLayer = PlaneLayer(
    id: "lobes", depth: .line,
    toggle: Toggle(
      word: "lobes", summary: "where the particle may have come from", key: .character("P"),
      keyTitle:
        "where the particle may have come from, p(x0 | x_t), and been before, p(x_t-1 | x_t)",
      obstacle: { $0.noLobes },
      notice: { $0 ? "50 and 90 % of p(x0 | x_t) of the particle" : "lobes off" }),
    draw: { PosteriorLobes.draw($0.state, on: &$1, space: $0.space) },
    legend: .row { state, glyphs in PosteriorLobes.legend(state, glyphs) },
    caption: { state, glyphs in
      guard state.view.shows(.lobes) else { return [] }
      return [
        state.noLobes == nil
          ? Relabelling(glyphs.notation)(state.words.lobes)
          : "no lobes of \(state.stage.method.withoutExactAnswer)"
      ]
    })
}

extension PosteriorLobes {
  fileprivate static func legend(_ state: AppState, _ glyphs: Glyphs) -> [StyledText] {
    guard state.cleanPosterior != nil else { return [] }
    let strokes = { (inks: [Ink]) in
      LayerLegends.stroke(inks[0], glyphs) + LayerLegends.stroke(inks[1], glyphs)
    }
    let origin = strokes(originInks) + .label("p(\(glyphs.end) | \(glyphs.noisy))")
    guard state.stepPosterior != nil else { return [origin + .label(" 90, 50 %")] }
    return [
      origin,
      strokes(stepInks) + .label("p(\(glyphs.next(1, .reverse)) | \(glyphs.noisy)) 90, 50 %"),
    ]
  }
}

extension AppState {
  /// Why there are no lobes to be seen; nil where there are.
  fileprivate var noLobes: String? {
    stage.laboratory.hasExactField && experiment.method.exactAnswers.contains(.posterior)
      ? nil : "\(stage.method.withoutExactAnswer) have no exact posterior"
  }

  /// The exact posterior of the clean point of the particle that is looked into; nil where it is
  /// clean, and where there is none.
  var cleanPosterior: GaussianMixture? { words.plane.cleanPosterior(self) }

  /// The exact posterior of its point a step nearer to the data: the next step back of the run, or
  /// the last one that noise was added in.
  var stepPosterior: GaussianMixture? { words.plane.stepPosterior(self) }
}
