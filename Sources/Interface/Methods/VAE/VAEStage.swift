import Diffusion
import TextScreen

/// A variational auto-encoder on the stage: one particle after the other is taken from its latent to
/// the mean that is decoded of it, and then to a point around that.
struct VAEStage: StagedMethod {
  let process: VAEProcess
  let draws: VAEDraws

  /// - Parameter before: the method on the stage that this one replaces.
  init?(_ laboratory: Laboratory, replacing before: (any StagedMethod)?) {
    guard let process = laboratory.vae else { return nil }
    self.process = process
    draws = VAEDraws(for: laboratory, by: process, before: (before as? VAEStage)?.draws)
  }

  func labels(_ direction: Direction) -> [Int]? { direction == .forward ? draws.labels : nil }

  /// By the exact map, whose latents are normal: what a perfect encoder and decoder could do.
  func forwardPoints(at place: RunPlace, first count: Int) -> [Point] {
    let turns = ParticleTurns(at: place.time, of: draws.data.count)
    return (0..<min(count, draws.data.count)).map { index in
      index < turns.second
        ? draws.data[index] : index < turns.first ? draws.means[index] : draws.codes[index]
    }
  }

  func start(in laboratory: Laboratory) -> RunStart { RunStart(points: draws.latents) }

  func model(_ weights: (any TrainedWeights)?, in laboratory: Laboratory) -> any RunModel {
    VAEModel(weights as? VAEWeights, of: process)
  }

  /// Only at the data's end: on the way every particle is half a sample.
  func marginal(at place: RunPlace, in laboratory: Laboratory) -> Marginal? {
    .ofWholeSamples(at: place, in: laboratory)
  }

  var noLevels: String? { "no noise is added here: samples are decoded of latents" }
}

extension VAEStage {
  var leading: (panel: Panel, words: String) { (.latents, "the latents are") }

  var withoutExactAnswer: String { "half-made samples" }
  var noWays: String? { "every sample is decoded of its own latent" }
  var noCurves: String? { "here is no schedule: the bars are the parts of the bound" }

  var inHand: String { "beta" }

  /// Another weight of the divergence.
  func takingInHand(offset: Int, in state: AppState) -> Action? {
    var settings = process.settings
    settings.beta = VAEBeta.ladder(from: settings.beta, by: offset)
    var changed = state.experiment
    changed.autoEncoder = settings
    return .experiment(.change(changed))
  }

  func figures(of state: AppState, _ glyphs: Glyphs) -> [HeaderFigure] {
    [HeaderFigure(text: "beta \(Text.short(process.settings.beta))", rank: 6)]
  }

  func runSentence(_ state: AppState) -> String {
    let numbers = process.settings.latents == 1 ? "one normal number" : "two normal numbers"
    return
      "Every sample is decoded of a latent of \(numbers): its mean first, then a point around it."
  }

  func runWords(of measurement: QualityMeasurement) -> (short: String, title: String) {
    ("decoder", "decoder")
  }

  func sentence(_ state: AppState) -> String? {
    guard let insight = LatentInsight(of: state) else { return nil }
    let bound = insight.bound
    return "The bound is \(Text.short(bound.elbo.value)) nats: reconstruction"
      + " \(Text.short(bound.reconstruction.value)) less a divergence of"
      + " \(Text.short(bound.kl.value)); no density has more than"
      + " \(Text.short(-draws.entropy.value))."
  }
}

/// The weights of the divergence that the screen offers.
enum VAEBeta {
  /// At the ends of the slider; the mark is where the bound itself is learned.
  static let slider = Slider(name: "beta", range: 0...10, mark: 1)
  private static let rungs = [0, 0.1, 0.25, 0.5, 1, 2, 4, 8]

  /// The rung so many places on from a weight, from the last to the first again.
  static func ladder(from beta: Double, by offset: Int) -> Double {
    let place = rungs.lastIndex { $0 <= beta } ?? 0
    let count = rungs.count
    return rungs[((place + offset) % count + count) % count]
  }
}

extension Experiment {
  /// What is said of a variational auto-encoder; nil where the method is another.
  var autoEncoder: VAESettings? {
    get { self[of: VAESettings.self] }
    set { self[of: VAESettings.self] = newValue }
  }
}
