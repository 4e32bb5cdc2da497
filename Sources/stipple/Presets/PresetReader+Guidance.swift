import Diffusion
import TextScreen

extension PresetReader {
  /// `guidance`: a prompt such as a label, or where samples are led and how strongly.
  func guidance(_ value: PresetValue) throws(InputError) -> GuidanceSpecification {
    var guidance = GuidanceSpecification()
    if value.node.scalar != nil {
      guidance.label = try value.text()
      return guidance
    }
    let entries = try value.entries(GuidanceSpecification.Key.allCases.map(\.rawValue))
    guidance.label = try entries["label"]?.text()
    guidance.negative = try entries["negative"]?.text()
    guidance.weakerSteps = try entries["weaker_steps"]?.whole()
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
