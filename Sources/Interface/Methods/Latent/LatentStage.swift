import Diffusion
import TextScreen

/// Latent pictures on the stage. Without parts that have been trained the pictures are points by their
/// principal components; with them the cloud is one of latents.
struct LatentStage: StagedMethod {
  let process: LatentProcess
  private let diffusion: DiffusionStage
  /// Real pictures, to be encoded: the cloud that latents should become.
  let pictures: [Picture]
  private let seed: UInt64

  /// How many pictures are encoded with every frame.
  private static let shown = 300

  init?(_ laboratory: Laboratory, replacing before: (any StagedMethod)?) {
    guard let process = laboratory.latent else { return nil }
    self.process = process
    let before = before as? LatentStage
    seed = laboratory.experiment.seed
    diffusion = DiffusionStage(laboratory, replacing: before?.diffusion)
    if let before, before.seed == seed,
      before.process.settings.pictures == process.settings.pictures
    {
      pictures = before.pictures
    } else {
      var stream = laboratory.experiment.randomness.stream(.reference, step: 7)
      pictures = process.settings.pictures.pictures(Self.shown, from: &stream)
    }
  }

  func labels(_ direction: Direction) -> [Int]? { diffusion.labels(direction) }

  func forwardPoints(at place: RunPlace, first count: Int) -> [Point] {
    diffusion.forwardPoints(at: place, first: count)
  }

  func origin(of particle: Int, at point: Point, level: NoiseLevel, walks: Bool) -> Origin? {
    diffusion.origin(of: particle, at: point, level: level, walks: walks)
  }

  func start(in laboratory: Laboratory) -> RunStart { diffusion.start(in: laboratory) }

  func model(_ weights: (any TrainedWeights)?, in laboratory: Laboratory) -> any RunModel {
    LatentModel(weights as? LatentWeights, of: process, in: laboratory)
  }

  /// None: the density of latents is not known.
  func marginal(at place: RunPlace, in laboratory: Laboratory) -> Marginal? { nil }
  func data(in laboratory: Laboratory) -> GaussianMixture? { nil }
}

extension LatentStage {
  var leading: (panel: Panel, words: String) { (.pictures, "the pictures are") }
  var withoutExactAnswer: String { "latents" }
  var noWays: String? { "latents are noised by the closed-form kernel" }
  var noResuming: String? { "parts of latent pictures are trained once, from the beginning" }

  func figures(of state: AppState, _ glyphs: Glyphs) -> [HeaderFigure] {
    let prompt = process.settings.prompt
    return prompt.isEmpty ? [] : [HeaderFigure(text: "\"\(prompt)\"", rank: 6)]
  }

  /// Samples are judged beside all of the data, and so without a prompt.
  func runWords(of measurement: QualityMeasurement) -> (short: String, title: String) {
    let prompt = process.settings.prompt.isEmpty ? "" : ", no prompt"
    return (measurement.run + prompt, measurement.runTitle + prompt)
  }

  func runSentence(_ state: AppState) -> String {
    let prompt = process.settings.prompt
    return "Latents of \(process.settings.latents) numbers are denoised"
      + (prompt.isEmpty ? "." : " under the prompt \"\(prompt)\" with weight")
      + (prompt.isEmpty ? "" : " \(Text.short(process.settings.promptWeight)).")
  }
}

extension AppState {
  /// The parts as they are by now; nil where none have been trained and where the method is another.
  var latentWeights: LatentWeights? {
    (stage.model as? LatentModel)?.own ?? training.shownWeights as? LatentWeights
  }

  /// The same as training has them, also while a run goes on by those that it began with.
  var latestLatentWeights: LatentWeights? {
    training.shownWeights as? LatentWeights ?? latentWeights
  }

  var latentStage: LatentStage? { stage.method as? LatentStage }
}
