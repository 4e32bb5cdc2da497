import Diffusion

/// What a method is asked for in words of its own, where no guidance by the labels of the data says it.
///
/// The keys and commands of the prompt and its weight ask it first, so that there is one way to say
/// what is wanted, whatever the method.
struct MethodPrompt: Sendable {
  /// The prompt as it stands; empty for none.
  let text: @Sendable (Experiment) -> String
  /// How strongly it is followed: 1 is the prompt's own model.
  let weight: @Sendable (Experiment) -> Double
  /// The weights there may be.
  let weights: ClosedRange<Double>
  /// The words that may stand in it.
  let words: @Sendable (Experiment) -> [String]
  /// The experiment with another prompt, or why there is nothing for it.
  let asking: @Sendable (_ text: String, _ experiment: Experiment) throws -> Experiment
  /// The experiment with another weight within the range.
  let weighing: @Sendable (_ weight: Double, _ experiment: Experiment) -> Experiment

  /// The prompts that begin with what is typed, a word longer.
  func grown(_ typed: String, in experiment: Experiment) -> [String] {
    let end = typed.lastIndex(of: " ").map { typed.index(after: $0) } ?? typed.startIndex
    let (head, part) = (typed[..<end], typed[end...])
    return words(experiment).filter { $0.hasPrefix(part) && $0 != part }.map { head + $0 }
  }
}

extension AppState {
  /// The prompt of the method in hand; nil where guidance by labels is its prompt.
  var methodPrompt: MethodPrompt? { words.offers.prompt }
}
