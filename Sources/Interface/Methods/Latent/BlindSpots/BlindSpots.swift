import Diffusion

/// Two sets of pictures that are equally far from real ones by the Fréchet distance of features, though
/// anybody can tell them apart.
struct BlindSpots: Study {
  /// Whose features are compared.
  let classifier: PictureClassifier
  /// Nil until it is made.
  private(set) var pair: FrechetPair?
  private let quality: LatentQuality
  private(set) var progress = 0.0

  /// How many pictures each set has: of fewer, chance alone is as far from real ones as that.
  static let count = 2000

  /// Nil without a classifier.
  init?(_ state: AppState) {
    guard let stage = state.latentStage, let parts = state.latestLatentWeights?.parts,
      let classifier = parts.classifier
    else { return nil }
    self.classifier = classifier
    quality = LatentQuality(of: parts, by: stage.process, in: state.stage.laboratory)
  }

  mutating func advance() {
    pair = quality.frechetPair(count: Self.count)
    progress = 1
  }
}

extension StudyKind {
  static let blindSpots = StudyKind(
    id: "blind-spots", name: "what FID does not see", begin: { BlindSpots($0) },
    isDue: { $0.wantsBlindSpots })
}

extension AppState {
  /// The pair by the classifier as it is now; nil until it is made.
  var blindSpots: FrechetPair? { knownBlindSpots?.pair }

  private var knownBlindSpots: BlindSpots? {
    guard let known = studies[.blindSpots] as? BlindSpots,
      known.classifier == latestLatentWeights?.parts.classifier
    else { return nil }
    return known
  }

  /// Where its panel is seen; not while the classifier still learns, which is another at every step.
  fileprivate var wantsBlindSpots: Bool {
    guard ScreenLayout(self).rect(of: .blindSpots) != nil, Panel.blindSpots.absence(self) == nil,
      !studies.isPending(.blindSpots)
    else { return false }
    let isLearning =
      training.activity == .running && latestLatentWeights?.learned.last == .classifier
    return !isLearning && knownBlindSpots == nil
  }
}
