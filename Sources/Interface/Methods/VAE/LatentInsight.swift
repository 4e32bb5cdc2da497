import Diffusion
import Foundation

/// What a network does with real data at this moment: the latents it is encoded in, and the bound.
struct LatentInsight: Sendable {
  let bound: EvidenceBound
  let codes: [VariationalAutoEncoder.Code]
  /// A latent of each code.
  let latents: [Point]
  let model: VariationalAutoEncoder

  /// How many points of the data are encoded with every frame.
  private static let shown = 256
  /// How many latents are decoded for the reconstruction of each.
  private static let draws = 2

  /// Nil where no network has been trained.
  init?(of state: AppState) {
    guard let stage = state.stage.method as? VAEStage,
      let weights = state.training.shownWeights as? VAEWeights
        ?? (state.stage.model as? VAEModel)?.own,
      weights.networks.latents == stage.process.settings.latents
    else { return nil }
    model = weights.networks
    let points = Array(stage.draws.data.prefix(Self.shown))
    codes = model.codes(of: points)
    // The same numbers at every frame, so that nothing moves by chance.
    latents = zip(codes, stage.draws.latents).map { $0.latent($1) }
    var stream = state.experiment.randomness.stream(.reference, step: -3)
    guard
      let bound = try? EvidenceBound(of: model, on: points, draws: Self.draws, from: &stream)
    else { return nil }
    self.bound = bound
  }

  /// The means over the data that the divergence of a latent number is made of: `m²`, `v` and `ln v`.
  func parts(of number: Int) -> (square: Double, variance: Double, logarithm: Double) {
    let count = Double(codes.count)
    return codes.reduce(into: (0.0, 0.0, 0.0)) { sums, code in
      let (mean, variance) = (code.mean[number], code.variance[number])
      sums.0 += mean * mean / count
      sums.1 += variance / count
      sums.2 += log(variance) / count
    }
  }
}
