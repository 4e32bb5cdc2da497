import Diffusion
import TextScreen

/// The step a particle takes next, as the formula in the books with its numbers of this moment, and
/// the vectors in it that nothing else shows: with them it adds up to where the particle goes.
struct StepFormula: Sendable, Equatable {
  /// A vector of the formula with its name, such as the fresh noise `z`.
  struct Vector: Sendable, Equatable {
    let name: String
    let value: Point
    /// About how large such vectors are, which decides the digits.
    let scale: Double
    /// What it is, where its name does not tell.
    var remark = ""
  }

  /// The name of what the formula gives, such as `x_t-1`.
  let result: String
  /// The right-hand side in its terms; they stand beside each other where there is room.
  let terms: [StyledText]
  let vectors: [Vector]

  init(result: String, terms: [StyledText], vectors: [Vector] = []) {
    self.result = result
    self.terms = terms
    self.vectors = vectors
  }

  /// The step of a run from the level it is at to the next one; nil at its end.
  init?(_ state: AppState, _ glyphs: Glyphs) {
    let frame = state.frame
    guard frame.step < frame.length, let inspection = frame.inspection else { return nil }
    let next = state.stage.level(frame.direction, at: frame.step + 1)
    let stride = abs(
      state.stage.noisingSteps(frame.direction, at: frame.step + 1) - frame.noisingSteps)
    switch frame.direction {
    case .forward:
      self.init(
        result: glyphs.next(stride, .forward), noising: inspection, state.stage, to: next, glyphs)
    case .reverse:
      self = DenoisingFormula(
        inspection, state.experiment.sampler, to: next,
        knowing: state.stage.laboratory.posterior, glyphs
      ).formula(result: next.isClean ? glyphs.clean : glyphs.next(stride, .reverse))
    }
  }

  /// One Markov step forward, or the kernel straight from the data.
  private init(
    result: String, noising inspection: Inspection, _ stage: Stage, to next: NoiseLevel,
    _ glyphs: Glyphs
  ) {
    let spread = stage.laboratory.mixture.spread
    guard stage.walks else {
      let start = inspection.origin.map {
        Vector(name: glyphs.clean, value: $0.clean, scale: spread)
      }
      self.init(
        result: result,
        terms: [
          Self.number(next.alpha) + .label(" \(glyphs.clean)"),
          .label(" + ") + Self.number(next.sigma) + .label(" true \(glyphs.epsilon)"),
        ], vectors: start.map { [$0] } ?? [])
      return
    }
    let transition = Transition(from: inspection.level, to: next)
    let deviation = transition.variance.squareRoot()
    self.init(
      result: result,
      terms: [Self.number(transition.scale) + .label(" \(glyphs.noisy)")] + Self.fresh(deviation),
      vectors: Self.noise(
        in: inspection, beyond: transition.scale * inspection.point, deviation: deviation))
  }

  static func fresh(_ deviation: Double) -> [StyledText] {
    deviation > 0 ? [.label(" + ") + number(deviation) + .label(" z")] : []
  }

  /// The fresh noise of the step, which is what it added in units of its deviation; none where that
  /// is not known yet.
  static func noise(
    in inspection: Inspection, beyond mean: Point, deviation: Double
  ) -> [Vector] {
    guard deviation > 0, let next = inspection.next else { return [] }
    return [Vector(name: "z", value: (next - mean) / deviation, scale: 1)]
  }

  static func number(_ value: Double) -> StyledText { StyledText(Text.coefficient(value)) }
}
