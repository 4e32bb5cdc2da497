import Diffusion

/// Samples that a study draws by a model.
struct ModelRun: Sendable {
  let points: [Point]
  /// How often the model was asked for each sample.
  let calls: Int
  /// The share of samples that end in the class they set out in; nil where they set out in none.
  let kept: Double?
}
