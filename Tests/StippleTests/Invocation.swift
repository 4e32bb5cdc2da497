@testable import stipple

/// What one run of the program said and how it ended.
struct Invocation {
  let status: Int32
  let output: String
  let notes: [String]

  /// Runs the program in this process.
  init(_ arguments: String..., presets: [String] = []) {
    self.init(list: arguments, presets: presets)
  }

  /// Runs the program in this process.
  ///
  /// - Parameter failure: what goes wrong when results are written.
  init(list arguments: [String], presets: [String] = [], failure: (any Error)? = nil) {
    var output = ""
    var notes: [String] = []
    let console = Console(
      output: { text in
        if let failure { throw failure }
        output += text
      },
      note: { notes.append($0) }, progress: nil,
      presets: PresetLibrary(folders: presets))
    status = Program(console: console).run(arguments)
    self.output = output
    self.notes = notes
  }

  /// The lines of the output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// The rows after the header, as numbers.
  var rows: [[Double]] {
    lines.dropFirst().map { line in
      line.split(separator: ",").map { Double($0) ?? .nan }
    }
  }
}
