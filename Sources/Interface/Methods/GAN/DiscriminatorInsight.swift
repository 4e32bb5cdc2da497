import Diffusion
import Foundation

/// What the discriminator says of data and of samples at this moment: how likely each is real.
struct DiscriminatorInsight: Sendable {
  /// D of points of the data.
  let data: [Double]
  /// D of the generator's samples.
  let samples: [Double]

  /// How many points of each are judged with every frame.
  private static let shown = 256

  /// Nil where no network has been trained.
  init?(of state: AppState) {
    guard let stage = state.stage.method as? GANStage, let networks = state.adversarialNetworks
    else { return nil }
    self.init(
      networks, data: Array(stage.draws.data.prefix(Self.shown)),
      latents: Array(stage.draws.latents.prefix(Self.shown)))
  }

  init(_ networks: AdversarialNetworks, data: [Point], latents: [Point]) {
    self.data = networks.verdicts(at: data)
    samples = networks.verdicts(at: networks.points(of: latents))
  }

  var meanOfData: Double { data.reduce(0, +) / Double(max(1, data.count)) }
  var meanOfSamples: Double { samples.reduce(0, +) / Double(max(1, samples.count)) }

  /// The discriminator's cross-entropy in nats: ln 2 where it cannot tell data from samples.
  var loss: Double {
    func mean(_ shares: [Double]) -> Double {
      -shares.reduce(0) { $0 + log(max($1, .leastNormalMagnitude)) } / Double(max(1, shares.count))
    }
    return (mean(data) + mean(samples.map { 1 - $0 })) / 2
  }
}
