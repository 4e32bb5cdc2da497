import Diffusion

extension LessonFigure {
  /// The bound of a hierarchy of latents and its parts, in nats, over points of the data.
  static let hierarchicalVAE: [LessonFigure] = [
    bound("level-elbo", "of hierarchical-vae: the evidence lower bound, in nats") { $0.elbo },
    bound("level-reconstruction", "of hierarchical-vae: E ln p(x | z1), in nats") {
      $0.reconstruction
    },
    bound("level-kl", "of hierarchical-vae: the divergence of all levels, in nats") { $0.kl },
    bound("top-kl", "of hierarchical-vae: that of the highest level alone, in nats") {
      $0.divergences.last ?? 0
    },
    LessonFigure("levels", "of hierarchical-vae: how many levels of latents there are") {
      measured, _ in
      guard let settings = measured.state.experiment.hierarchy else {
        throw MissingFigure("there are no levels of latents here")
      }
      return Double(settings.levels)
    },
  ]

  private static func bound(
    _ id: String, _ summary: String, _ value: @escaping @Sendable (HierarchyInsight) -> Double
  ) -> LessonFigure {
    LessonFigure(id, [], summary) { measured, _ in
      guard let insight = HierarchyInsight(of: measured.state) else {
        throw MissingFigure("no decoder of levels has been trained here")
      }
      return value(insight)
    }
  }
}
