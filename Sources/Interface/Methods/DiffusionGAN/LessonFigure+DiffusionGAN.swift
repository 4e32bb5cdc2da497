import Diffusion

extension LessonFigure {
  /// Where the jump of the particle in hand leads, against where it should.
  static let diffusionGAN: [LessonFigure] = [
    jump("jump-error", "of diffusion-gan: sliced W2 of drawn jumps to the exact posterior") {
      $0.distances?.draws
    },
    jump("jump-error-gaussian", "of diffusion-gan: the same of the Gaussian of a DDPM step") {
      $0.distances?.gaussian
    },
    jump("jump-error-floor", "of diffusion-gan: the same of exact draws") { $0.distances?.floor },
    jump("jump-modes", "of diffusion-gan: how many Gaussians with a share of 5 % it may lead to") {
      $0.exact.map { Double($0.components.count { $0.weight >= 0.05 }) }
    },
  ]

  private static func jump(
    _ id: String, _ summary: String, _ value: @escaping @Sendable (DrawnJump) -> Double?
  ) -> LessonFigure {
    LessonFigure(id, [], summary) { measured, _ in
      guard let jump = measured.state.frame.reading as? DrawnJump, let value = value(jump) else {
        throw MissingFigure("no jump of diffusion-gan sets out from here")
      }
      return value
    }
  }
}
