import Diffusion

extension LessonFigure {
  /// What the discriminator of a GAN says.
  static let gan: [LessonFigure] = [
    verdict("verdict-data", "of gan: the mean of D over data; 1/2 where it cannot tell") {
      $0.meanOfData
    },
    verdict("verdict-samples", "of gan: the mean of D over samples; 1/2 where it cannot tell") {
      $0.meanOfSamples
    },
  ]

  private static func verdict(
    _ id: String, _ summary: String,
    _ value: @escaping @Sendable (DiscriminatorInsight) -> Double
  ) -> LessonFigure {
    LessonFigure(id, [], summary) { measured, _ in
      guard let insight = DiscriminatorInsight(of: measured.state) else {
        throw MissingFigure("no discriminator has been trained here")
      }
      return value(insight)
    }
  }
}
