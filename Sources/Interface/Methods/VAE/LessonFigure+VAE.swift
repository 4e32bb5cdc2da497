import Diffusion

extension LessonFigure {
  /// The bound of a variational auto-encoder and its parts, in nats, over points of the data.
  static let vae: [LessonFigure] = [
    bound("elbo", "of vae: the evidence lower bound, in nats") { $0.bound.elbo.value },
    bound("reconstruction", "of vae: E ln p(x | z) over the codes of the data, in nats") {
      $0.bound.reconstruction.value
    },
    bound("kl", "of vae: the divergence of codes from the normal, in nats") {
      $0.bound.kl.value
    },
    bound("decoder-spread", "of vae: the standard deviation of the decoder's Gaussian") {
      $0.model.spread
    },
  ]

  private static func bound(
    _ id: String, _ summary: String, _ value: @escaping @Sendable (LatentInsight) -> Double
  ) -> LessonFigure {
    LessonFigure(id, [], summary) { measured, _ in
      guard let insight = LatentInsight(of: measured.state) else {
        throw MissingFigure("no auto-encoder has been trained here")
      }
      return value(insight)
    }
  }
}
