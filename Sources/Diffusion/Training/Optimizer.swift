/// How gradients move the parameters of a network.
public enum Optimizer: Choice {
  /// Adam (Kingma and Ba 2015) with a falling rate; the answer is a moving average.
  case adam
  /// Schedule-free Adam (Defazio et al. 2024): the rate stays, and the answer is the average that
  /// the gradients are taken near.
  case scheduleFree

  public static let familyName = "optimizer"

  public var id: String {
    switch self {
    case .adam: "adam"
    case .scheduleFree: "schedule-free-adam"
    }
  }

  public var title: String {
    switch self {
    case .adam: "Adam"
    case .scheduleFree: "Schedule-free Adam"
    }
  }

  public var summary: String {
    switch self {
    case .adam: "a falling learning rate and a moving average of the weights"
    case .scheduleFree: "a steady learning rate; the weights are the average itself"
    }
  }
}
