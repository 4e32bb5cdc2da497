/// Where the difference comes from that guidance exaggerates.
public enum GuidanceKind: Choice {
  /// The model's own answer with a label and without (Ho and Salimans 2022).
  case classifierFree
  /// The gradient of a classifier that was trained on noisy points (Dhariwal and Nichol 2021).
  case classifier
  /// The gradient of the exact probability of the label.
  case exactPosterior

  public static let familyName = "guidance"

  public var id: String {
    switch self {
    case .classifierFree: "classifier-free"
    case .classifier: "classifier"
    case .exactPosterior: "exact-posterior"
    }
  }

  public var title: String {
    switch self {
    case .classifierFree: "Classifier-free"
    case .classifier: "Classifier"
    case .exactPosterior: "Exact posterior"
    }
  }

  public var summary: String {
    switch self {
    case .classifierFree: "the model's own answers with the label and without it"
    case .classifier: "the gradient of a small network that tells the labels of noisy points"
    case .exactPosterior: "the gradient of the exact probability of the label"
    }
  }
}
