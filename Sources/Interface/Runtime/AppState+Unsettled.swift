import Diffusion

/// What the picture of a state waits for.
extension AppState {
  /// What is on a picture and still being worked out, in words; empty where all is known.
  ///
  /// - Parameter part: the part that is shown alone; nil for the whole screen.
  func unsettled(in part: PicturePart?) -> [String] {
    unsettledFront(in: part)
      + (isComparing
        ? turnedRound.unsettledFront(in: part).map { "\($0), of the other side" } : [])
  }

  private func unsettledFront(in part: PicturePart?) -> [String] {
    // No part has the figures of the samples.
    let areFiguresShown = part == nil && self.areFiguresShown
    let isSimulated = isSimulationDue || simulation.isRunning || isCatchingUp
    let parts: [(isMissing: Bool, words: String)] = [
      (playback.target != nil || isSimulated, "the steps of the run up to the one shown"),
      (stage.matchingProgress != nil, "the pairs of the forward run"),
      (redraw.isRunning || isRedrawDue, "the cloud drawn anew"),
      (isFilmMeasured, "the distances of the film"),
      (classifier.isRunning || classifier.isDue(for: experiment), "the classifier of guidance"),
      (areFiguresShown && (quality.isMeasuring || isMeasurementDue), "the figures of the samples"),
    ]
    let studies = StudyKind.all.filter { self.studies.isPending($0) || $0.isDue(self) }
    return parts.filter(\.isMissing).map(\.words) + studies.map(\.name)
  }

  /// Whether figures of the samples are on the screen.
  private var areFiguresShown: Bool {
    let layout = ScreenLayout(self)
    return isComparing || [.quality, .retention].contains { layout.rect(of: $0) != nil }
  }

  /// Gives up measurements under way, on both sides.
  mutating func callOffMeasurements() {
    quality.callOff()
    other?.quality.callOff()
  }
}
