import Diffusion

extension PresetReader {
  /// `words`: for each word a list of the labels it covers.
  func words(_ value: PresetValue) throws(InputError) -> [LabelGroup] {
    guard let mapping = value.node.mapping else {
      throw value.error("words must be such as {warm: [a, b]}, not \(value.kind)")
    }
    var groups: [LabelGroup] = []
    for (key, covered) in mapping {
      let name = try PresetValue(key, file: file, name: "a word").text()
      let labels = try PresetValue(covered, file: file, name: name).items("label")
      groups.append(
        LabelGroup(
          name, covers: try labels.map { label throws(InputError) in try label.text() }))
    }
    return groups
  }
}
