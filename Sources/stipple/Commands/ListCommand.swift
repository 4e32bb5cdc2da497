import ArgumentParser

/// `stipple list`: the names that presets and flags know.
struct ListCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what there is to choose from.",
    discussion: """
      FAMILY is one of \(Listing.all.map(\.id).joined(separator: ", ")); without it all are listed.

      Examples:
        stipple list presets
        stipple list samplers --json
      """)

  @Argument(
    help: "The family to list.", completion: .list(Listing.all.map(\.id)),
    transform: Listing.named)
  var family: Listing?

  @Flag(help: "Print JSON: for each family a list of id, title and summary.")
  var json = false

  func run(on console: Console) throws {
    let listings = family.map { [$0] } ?? Listing.all
    let rows = try listings.map { ($0.id, try $0.rows(console.presets)) }
    if json, family?.isBareList == true {
      try console.output(JSONText.encode(rows[0].1))
    } else if json {
      let families = Dictionary(uniqueKeysWithValues: rows)
      try console.output(JSONText.encode(families))
    } else if family != nil {
      try console.output(rows.map { Self.text(of: $0.1, indent: "") }.joined())
      if family?.id == "presets" { console.note("looked in \(console.presets.places)") }
    } else {
      let blocks = rows.map { "\($0.0)\n\(Self.text(of: $0.1, indent: "  "))" }
      try console.output(blocks.joined(separator: "\n"))
    }
  }

  private static func text(of rows: [Listing.Row], indent: String) -> String {
    let width = rows.map(\.id.count).max() ?? 0
    return rows.map { row in
      let gap = String(repeating: " ", count: width - row.id.count + 2)
      return "\(indent)\(row.id.printable)\(gap)\(row.summary.printable)\n"
    }.joined()
  }
}
