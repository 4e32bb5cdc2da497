import Diffusion

extension LessonFigure {
  /// What the parts of latent pictures have learned, and where samples are.
  static let latent: [LessonFigure] = [
    LessonFigure(
      "decoding-error", "of latent: how far real pictures are from what comes back of them, a pixel"
    ) { measured, _ in
      guard let stage = measured.state.latentStage,
        let autoencoder = measured.state.latestLatentWeights?.parts.autoencoder
      else { throw MissingFigure("no auto-encoder has been trained here") }
      return CodingPanel.error(of: autoencoder, on: stage)
    },
    LessonFigure(
      "prompt-share",
      "of latent: the share of the decoded samples that the classifier takes for what is asked"
    ) { measured, _ in
      guard let stage = measured.state.latentStage,
        let classifier = measured.state.latentWeights?.parts.classifier,
        let pictures = (measured.state.stage.model as? LatentModel)?.firstPictures(
          in: measured.state.stage.laboratory)
      else { throw MissingFigure("no classifier has been trained here") }
      let process = stage.process
      let right = classifier.traits(of: pictures).count {
        process.prompt.holds(for: $0, in: process.settings.vocabulary)
      }
      return Double(right) / Double(pictures.count)
    },
    LessonFigure(
      "region-kept", "of latent: the share of the points on the screen in the region asked for"
    ) { measured, _ in
      guard let share = measured.state.shareInRegion else {
        throw MissingFigure("no region is asked for here, or no samples are seen")
      }
      return share
    },
  ]
}
