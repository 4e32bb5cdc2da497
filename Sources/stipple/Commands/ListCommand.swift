import ArgumentParser
import Diffusion

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
    let rows = listings.map { ($0.id, $0.rows(console.presets)) }
    if json {
      let families = Dictionary(uniqueKeysWithValues: rows)
      try console.output(JSONText.encode(families))
    } else if family != nil {
      try console.output(rows.map { Self.text(of: $0.1, indent: "") }.joined())
    } else {
      let blocks = rows.map { "\($0.0)\n\(Self.text(of: $0.1, indent: "  "))" }
      try console.output(blocks.joined(separator: "\n"))
    }
  }

  private static func text(of rows: [Listing.Row], indent: String) -> String {
    let width = rows.map(\.id.count).max() ?? 0
    return rows.map { row in
      let gap = String(repeating: " ", count: width - row.id.count + 2)
      return "\(indent)\(row.id)\(gap)\(row.summary)\n"
    }.joined()
  }
}

/// A family of names and how to list it.
struct Listing: Sendable {
  /// One name.
  struct Row: Encodable {
    let id: String
    let title: String
    let summary: String
  }

  let id: String
  let rows: @Sendable (PresetLibrary) -> [Row]

  /// Every family.
  static let all = [
    Listing(id: "distributions", family: Distribution.self),
    Listing(id: "schedules", family: ScheduleKind.self),
    Listing(id: "samplers", family: Sampler.self),
    Listing(id: "grids", family: GridKind.self),
    Listing(id: "predictions", family: Parameterization.self),
    Listing(id: "presets") { presets in
      presets.entries.map { Row(id: $0.name, title: $0.name, summary: presets.summary(of: $0)) }
    },
  ]

  /// A family by its name, in the singular too.
  static func named(_ name: String) throws -> Listing {
    guard let listing = all.first(where: { $0.id == name || $0.id == name + "s" }) else {
      throw UnknownName(name: name, family: "family", known: all.map(\.id))
    }
    return listing
  }
}

extension Listing {
  private init<Member: Choice>(id: String, family: Member.Type) {
    self.init(id: id) { _ in
      Member.allCases.map { Row(id: $0.id, title: $0.title, summary: $0.summary) }
    }
  }
}
