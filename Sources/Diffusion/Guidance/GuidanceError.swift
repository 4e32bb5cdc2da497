/// Why points cannot be guided to a label.
public enum GuidanceError: Error, CustomStringConvertible, Equatable {
  case label(PromptError)
  /// What is wrong with the prompt that is turned away from.
  case negative(PromptError)
  case weight(Double)
  case interval(Double, Double)
  /// A step that no training has.
  case weakerSteps(Int)
  /// A label and an earlier network, both to be turned away from.
  case leavesTwo(label: String)

  /// The key of a preset that the error is about.
  public var key: GuidanceSpecification.Key {
    switch self {
    case .label: .label
    case .negative: .negative
    case .weight: .weight
    case .interval: .interval
    case .weakerSteps, .leavesTwo: .weakerSteps
    }
  }

  public var description: String {
    switch self {
    case .label(let error), .negative(let error): error.description
    case .weight(let weight): "a guidance weight must be from -100 to 100, not \(weight)"
    case .interval(let low, let high):
      "a guidance interval must rise from a sigma of 0 or more, not from \(low) to \(high)"
    case .weakerSteps(let steps):
      "the network turned away from is that of a training step from 0, not \(steps)"
    case .leavesTwo(let label):
      "guidance turns away from one model: the label '\(label)' or an earlier network, not both"
    }
  }
}
