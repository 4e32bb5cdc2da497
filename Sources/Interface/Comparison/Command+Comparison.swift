import Diffusion

/// What can be said about the two sides.
extension Command {
  static let comparison: [Command] = [
    Command(
      "compare", "ONE OTHER", example: "steps 10 100",
      "two experiments side by side: exact learned, steps 10 100, off",
      choices: comparisons
    ) { value, state in
      let words = value.split(separator: " ").map(String.init)
      if words == [Picker.noComparison] {
        return state.isComparing ? [.comparison(.show(nil))] : []
      }
      return [
        .comparison(
          .show(try Contrast(words, of: state.experiment, presets: state.catalogue.presets)))
      ]
    },
    Command(
      "side", "A|B", example: "B", "the side of the comparison that is edited", choices: sides
    ) {
      value, state in
      guard let wanted = Side(rawValue: value.uppercased()) else {
        throw UnknownName(name: value, family: "side", known: Side.allCases.map(\.rawValue))
      }
      return wanted == state.side && state.isComparing ? [] : [.comparison(.turnToOtherSide)]
    },
  ]

  private static let sides: @Sendable (AppState) -> [String] = { _ in
    Side.allCases.map(\.rawValue)
  }

  private static let comparisons: @Sendable (AppState) -> [String] = { state in
    [Picker.noComparison] + ContrastPreset.allCases.map(\.words)
      + state.catalogue.presets.map { "preset \($0.name)" }
  }
}
