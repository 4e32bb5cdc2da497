import Diffusion

extension Picker.Kind {
  /// What stands beside the experiment.
  public static let comparison = Picker.Kind(
    id: "comparison", title: "side by side",
    rows: { Picker.comparisons(with: $0.catalogue.presets) },
    currentID: { $0.isComparing ? nil : Picker.noComparison }, choose: say { "compare \($0)" })
}

extension Picker {
  static let noComparison = "off"

  fileprivate static func comparisons(with presets: [PresetEntry]) -> [Row] {
    [Row(id: noComparison, title: "one experiment", summary: "the side in hand, alone")]
      + ContrastPreset.allCases.map { Row(id: $0.words, title: $0.title, summary: $0.summary) }
      + presets.map { preset in
        let row = row(preset)
        return Row(
          id: "preset \(preset.name)", title: "beside \(preset.name)", summary: row.summary,
          isBroken: row.isBroken)
      }
  }
}
