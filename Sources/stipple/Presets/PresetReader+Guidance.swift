import Diffusion
import TextScreen

extension PresetReader {
  /// `guidance`: a prompt such as a label, or where samples are led and how strongly.
  ///
  /// How strongly, where and by what stay as in `base` unless they are said. The goal is one thing:
  /// a label that is said is not asked for away from what was turned away from before.
  func guidance(
    _ value: PresetValue, changing base: GuidanceSpecification? = nil
  ) throws(InputError) -> GuidanceSpecification {
    var guidance = base ?? GuidanceSpecification()
    if value.node.scalar != nil {
      guidance.lead(to: try value.text(), awayFrom: nil, weakerSteps: nil)
      return guidance
    }
    let entries = try value.entries(GuidanceSpecification.Key.allCases.map(\.rawValue))
    if ["label", "negative", "weaker_steps"].contains(where: { entries[$0] != nil }) {
      guidance.lead(
        to: try entries["label"]?.text(), awayFrom: try entries["negative"]?.text(),
        weakerSteps: try entries["weaker_steps"]?.whole())
    }
    if !guidance.leads {
      throw value.error(
        "guidance needs a label to go to, such as label: a, or a negative one or weaker_steps to"
          + " turn away from")
    }
    if let weight = entries["weight"] { guidance.weight = try weight.number() }
    if let interval = entries["interval"] {
      guidance.interval = try ends(interval, form: "[low, high]")
    }
    if let kind = entries["kind"] { guidance.kind = try kind.member(of: GuidanceKind.self) }
    return guidance
  }
}

extension GuidanceSpecification {
  /// Takes another goal, as strongly as before.
  fileprivate mutating func lead(to label: String?, awayFrom negative: String?, weakerSteps: Int?) {
    self.label = label
    self.negative = negative
    self.weakerSteps = weakerSteps
  }
}
