import Diffusion

/// One run of a grid: the words of its command, and the value of every key that varies.
struct SweepRun {
  /// What a run does.
  enum Command: String, CaseIterable {
    case evaluate
    case train
    case sample

    static let names = allCases.map(\.rawValue).joined(separator: ", ")

    init(reading value: PresetValue) throws(InputError) {
      let name = try value.text()
      guard let command = Command(rawValue: name) else {
        let unknown = UnknownName(
          name: name, family: "command of a grid", known: Self.allCases.map(\.rawValue))
        throw value.error("\(unknown)")
      }
      self = command
    }
  }

  let command: Command
  /// The words after the program's name.
  let words: [String]
  /// The values of the keys that vary, in their order, as one line of YAML each.
  let values: [String]

  /// The command for a shell.
  var line: String { (["stipple"] + words).map(RunLine.quoted).joined(separator: " ") }
}
