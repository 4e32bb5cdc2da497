/// Which start of the prior is paired with which clean point: the choice that decides what a path
/// from one to the other has to do.
public enum Coupling: Choice {
  /// Every start with every clean point, whatever their labels.
  case independent
  /// A start of a label with a clean point of the same label.
  case label
  /// The nearest partners of a minibatch: the exact assignment of least squared distance (Pooladian
  /// et al. 2023; Tong et al. 2024). It pairs samples, so there is no closed-form field.
  case optimalTransport
  /// The same among the starts and the clean points of one label (C2OT, Cheng and Schwing 2025).
  case labelledOptimalTransport

  public static let familyName = "coupling"

  public var id: String {
    switch self {
    case .independent: "independent"
    case .label: "label"
    case .optimalTransport: "optimal-transport"
    case .labelledOptimalTransport: "label-optimal-transport"
    }
  }

  public var title: String {
    switch self {
    case .independent: "Independent"
    case .label: "By label"
    case .optimalTransport: "Minibatch optimal transport"
    case .labelledOptimalTransport: "Optimal transport within labels"
    }
  }

  public var summary: String {
    switch self {
    case .independent: "any start with any clean point"
    case .label: "a start of a label with a clean point of that label"
    case .optimalTransport: "the nearest partners of a minibatch; has no exact field"
    case .labelledOptimalTransport: "the nearest partners of one label; has no exact field"
    }
  }

  /// Whether every pair of components is jointly Gaussian, so that fields are closed forms.
  public var isExact: Bool {
    switch self {
    case .independent, .label: true
    case .optimalTransport, .labelledOptimalTransport: false
    }
  }
}
