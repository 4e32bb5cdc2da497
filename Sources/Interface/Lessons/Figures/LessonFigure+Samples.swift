import Diffusion

extension LessonFigure {
  /// Figures of the samples that the model draws by the experiment's own sampler in its own steps, and
  /// of its training.
  static let samples: [LessonFigure] = [
    of("modes", "how many modes of the data the samples reach") { Double($0.report.modesFound) },
    of("modes-expected", "how many modes the data has") { Double($0.report.modesExpected) },
    of("sliced-w2", "sliced W2 from the samples to fresh data") { $0.report.slicedW2 },
    of("sliced-w2-floor", "the same from real data, in the mean of several clouds") {
      $0.report.floor.distances.second
    },
    of("exact-w2", "exact W2 from the samples to fresh data") {
      $0.report.exactDistance?.w2
    },
    of("exact-w2-floor", "the same from real data, in the mean of two clouds") {
      $0.report.exactDistance?.floor
    },
    of("within-three", "the share of samples within 3 standard deviations of a mode") {
      $0.report.shareWithinThree
    },
    of("network-calls", "how often the model is asked for a sample") {
      Double($0.report.networkCalls)
    },
    of(
      "path-excess",
      "how much more energy the paths take than they must, as a share of W2^2; ideal 0"
    ) {
      $0.path?.normalizedEnergy
    },
    of("path-bend", "how far the paths are from straight ways at even speed, in square; ideal 0") {
      $0.path?.straightness
    },
    of("score-error", "the network's largest excess of the noise-prediction loss") {
      $0.scoreErrors.map(\.absolute).max()
    },
    LessonFigure("loss", "the training loss, smoothed") { measured, _ in
      measured.state.training.losses.latest
    },
    LessonFigure("loss-floor", "what the training loss cannot be below in the mean, exactly") {
      measured, _ in
      guard let least = measured.laboratory.leastTrainingLoss?.finished().value else {
        throw MissingFigure("what this training loss cannot be below is no closed form")
      }
      return least
    },
    LessonFigure("training-steps", "how many training steps were made") { measured, _ in
      Double(measured.state.training.steps)
    },
    LessonFigure("label-accuracy", "the share of guided samples with a label asked for") {
      measured, _ in measured.state.verdict?.accuracy
    },
  ]

  private static func of(
    _ id: String, _ summary: String, _ value: @escaping @Sendable (QualityMeasurement) -> Double?
  ) -> LessonFigure {
    LessonFigure(id, [], summary, needsSamples: true) { measured, _ in
      measured.quality.flatMap(value)
    }
  }
}
