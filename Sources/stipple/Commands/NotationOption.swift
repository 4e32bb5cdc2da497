import ArgumentParser
import Diffusion

/// How a table names its columns.
struct NotationOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Name the columns as ddpm, edm or flow-matching do; see 'stipple list notations'.",
      valueName: "name"),
    completion: FlagValue.names(of: Notation.self), transform: FlagValue.member)
  var notation: Notation?

  /// That of the flag, else DDPM's: scripts find columns by their names, whatever a preset shows.
  var inUse: Notation { notation ?? .ddpm }
}

extension Notation {
  /// A table of vectors with the names of its columns in this notation; what is per unit of time has
  /// the sign of how time is counted.
  func renamed(_ table: String) -> String {
    if self == .ddpm { return table }
    var lines = table.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let head = lines.first else { return table }
    let columns = head.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    lines[0] = columns.map(name(ofColumn:)).joined(separator: ",")
    let negated = columns.indices.filter { negates(column: columns[$0]) }
    guard !negated.isEmpty else { return lines.joined(separator: "\n") }
    for row in lines.indices.dropFirst() where !lines[row].isEmpty {
      var fields = lines[row].split(separator: ",", omittingEmptySubsequences: false)
        .map(String.init)
      for column in negated where fields.indices.contains(column) {
        fields[column] = Double(fields[column]).map { CSVTable.text(of: -$0) } ?? fields[column]
      }
      lines[row] = fields.joined(separator: ",")
    }
    return lines.joined(separator: "\n")
  }
}
