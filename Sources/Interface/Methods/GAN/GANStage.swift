import Diffusion
import TextScreen

/// A GAN on the stage: one particle after the other is taken from its latent to the point that is made
/// of it.
struct GANStage: StagedMethod {
  let process: GANProcess
  let draws: GANDraws

  /// - Parameter before: the method on the stage that this one replaces.
  init?(_ laboratory: Laboratory, replacing before: (any StagedMethod)?) {
    guard let process = laboratory.gan else { return nil }
    self.process = process
    draws = GANDraws(for: laboratory, by: process, before: (before as? GANStage)?.draws)
  }

  func labels(_ direction: Direction) -> [Int]? { direction == .forward ? draws.labels : nil }

  /// By the exact generator: what a perfect one could undo.
  func forwardPoints(at place: RunPlace, first count: Int) -> [Point] {
    let turned = Self.turned(at: place.time, of: draws.data.count)
    return (0..<min(count, draws.data.count)).map {
      $0 < turned ? draws.data[$0] : draws.codes[$0]
    }
  }

  /// How many of so many particles are points at a time; the others are latents still.
  static func turned(at time: Double, of count: Int) -> Int {
    Int(((1 - min(max(time, 0), 1)) * Double(count)).rounded())
  }

  func start(in laboratory: Laboratory) -> RunStart { RunStart(points: draws.latents) }

  func model(_ weights: (any TrainedWeights)?, in laboratory: Laboratory) -> any RunModel {
    GANModel(weights as? GANWeights, of: process)
  }

  /// Only at the data's end: on the way some particles are latents still.
  func marginal(at place: RunPlace, in laboratory: Laboratory) -> Marginal? {
    .ofWholeSamples(at: place, in: laboratory)
  }

  var noLevels: String? { "no noise is added here: samples are made of latents" }
}

extension GANStage {
  var leading: (panel: Panel, words: String) { (.discriminator, "the discriminator is") }

  var withoutExactAnswer: String { "half-made samples" }
  var noWays: String? { "every sample is made of its own latent" }
  var noCurves: String? { "here is no schedule: the bars are what the discriminator says" }

  var inHand: String { "cure" }

  /// Another stabilizer.
  func takingInHand(offset: Int, in state: AppState) -> Action? {
    let all = GANStabilizer.allCases
    let place = all.firstIndex(of: process.settings.stabilizer) ?? 0
    var changed = state.experiment
    changed.adversaries?.stabilizer = all[((place + offset) % all.count + all.count) % all.count]
    return .experiment(.change(changed))
  }

  func figures(of state: AppState, _ glyphs: Glyphs) -> [HeaderFigure] {
    [HeaderFigure(text: process.settings.stabilizer.title, rank: 6)]
  }

  func wayInUse(_ state: AppState) -> String? {
    "set stabilizer \(process.settings.stabilizer.id)"
  }

  func runSentence(_ state: AppState) -> String {
    "Every sample is made of a latent of two normal numbers at once, by a generator that has learned"
      + " with the stabilizer \(process.settings.stabilizer.id)."
  }

  func runWords(of measurement: QualityMeasurement) -> (short: String, title: String) {
    ("generator", "generator")
  }

  func sentence(_ state: AppState) -> String? {
    guard let insight = DiscriminatorInsight(of: state) else { return nil }
    return "The discriminator takes data for real with \(Text.percent(insight.meanOfData)) % on"
      + " average and samples with \(Text.percent(insight.meanOfSamples)) %; both are 50 % where it"
      + " cannot tell them apart."
  }
}

extension Experiment {
  /// What is said of a GAN; nil where the method is another.
  var adversaries: GANSettings? {
    get { self[of: GANSettings.self] }
    set { self[of: GANSettings.self] = newValue }
  }
}
