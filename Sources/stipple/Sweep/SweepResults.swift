import Foundation

/// What the runs of a grid have printed: lines of JSON, by the words of the command that each was
/// made by.
struct SweepResults {
  private(set) var byWords: [[String]: JSONValue] = [:]
  /// Lines that hold no whole result, such as the last one of a worker that was killed.
  private(set) var faults: [InputError] = []

  /// The most bytes of a file of results.
  private static let byteLimit = 1 << 30

  /// Adds the results of a file; of two of the same run the later one stays.
  mutating func read(_ path: String) throws(InputError) {
    let text = try TextFile.text(of: path, limit: Self.byteLimit)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if line.allSatisfy(\.isWhitespace) { continue }
      let result = try? JSONDecoder().decode(JSONValue.self, from: Data(line.utf8))
      let words = result?["run"]?.items?.compactMap(\.text)
      guard let result, let words else {
        let message =
          result == nil
          ? "no whole line of JSON; its run counts as missing"
          : "not a result of --json-line: it does not say its run"
        faults.append(
          InputError(
            message, file: path, place: InputError.Place(line: index + 1, column: 1)))
        continue
      }
      byWords[words] = result
    }
  }
}
