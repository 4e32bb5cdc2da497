import Diffusion
import Foundation
import Yams

/// A leader board: the best figures of a class, kept in a file.
///
/// What is on it was done again before it was added. Of one author and figure the best stays, so that
/// adding the same sheets again changes nothing.
struct BoardFile: Equatable {
  /// A place on the board.
  struct Entry: Equatable {
    let assignment: String
    /// The figure with the name of its part.
    let figure: String
    let author: String
    let value: Double
    let points: Double
    let isLowerBetter: Bool
    /// What the author chose, on one line.
    let settings: String

    /// Whether it is about the same, so that one of the two makes room.
    fileprivate func isOfSameKind(as other: Entry) -> Bool {
      assignment == other.assignment && figure == other.figure && author == other.author
    }

    fileprivate func isBetter(than other: Entry) -> Bool {
      isLowerBetter ? value < other.value : value > other.value
    }
  }

  /// Figure by figure in the order in which they came, the best of each first.
  private(set) var entries: [Entry] = []

  static let version = 1
  private static let byteLimit = 8 << 20
  private static let mostEntries = 10_000
  private static let keys = [
    "assignment", "figure", "author", "value", "points", "better", "settings",
  ]

  init() {}

  /// Reads a board; one that is not there yet is empty.
  init(inFile path: String) throws(InputError) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let text = try TextFile.text(of: path, limit: Self.byteLimit)
    guard let node = try YAMLText.root(of: text, file: path) else { return }
    let whole = PresetValue(node, file: path, name: "a board")
    let root = try whole.entries(["board", "entries"])
    guard let version = root["board"], try version.whole() == Self.version else {
      throw (root["board"] ?? whole).error("no leader board of this version of the program")
    }
    guard let list = root["entries"] else { return }
    let items = try list.items("entry")
    if items.count > Self.mostEntries {
      throw list.error("a board has at most \(Self.mostEntries) entries, not \(items.count)")
    }
    for item in items { add(try Self.entry(item)) }
  }

  private static func entry(_ item: PresetValue) throws(InputError) -> Entry {
    let entries = try item.entries(keys)
    func value(_ key: String) throws(InputError) -> PresetValue {
      guard let value = entries[key] else { throw item.error("\(item.name) has lost its \(key)") }
      return value
    }
    return Entry(
      assignment: try value("assignment").text(), figure: try value("figure").text(),
      author: try value("author").text(), value: try value("value").number(),
      points: try value("points").number(),
      isLowerBetter: try value("better").text() == "lower",
      settings: try value("settings").text())
  }

  /// The text of the file.
  var text: String {
    get throws {
      let items = entries.map { entry -> Node in
        let pairs: [(String, Node)] = [
          ("assignment", PresetWriter.text(entry.assignment)),
          ("figure", PresetWriter.text(entry.figure)),
          ("author", PresetWriter.text(entry.author)),
          ("value", Node(PresetWriter.spelled(entry.value))),
          ("points", Node(PresetWriter.spelled(entry.points))),
          ("better", Node(entry.isLowerBetter ? "lower" : "higher")),
          ("settings", PresetWriter.text(entry.settings)),
        ]
        return Node(pairs.map { (Node($0.0), $0.1) }, .implicit, .flow)
      }
      let root = Node([
        (Node("board"), Node("\(Self.version)")), (Node("entries"), .sequence(.init(items))),
      ])
      return try Yams.serialize(node: root, width: -1, allowUnicode: true)
    }
  }

  /// Puts an entry in its place, unless its author has one that is as good.
  mutating func add(_ entry: Entry) {
    if let known = entries.firstIndex(where: { $0.isOfSameKind(as: entry) }) {
      guard entry.isBetter(than: entries[known]) else { return }
      entries.remove(at: known)
    }
    let place = entries.firstIndex { other in
      other.assignment == entry.assignment && other.figure == entry.figure
        && entry.isBetter(than: other)
    }
    let last = entries.lastIndex {
      $0.assignment == entry.assignment && $0.figure == entry.figure
    }
    entries.insert(entry, at: place ?? last.map { $0 + 1 } ?? entries.count)
  }

  /// Adds the figures of a sheet that is what it says.
  mutating func add(_ grade: SheetGrade) {
    for row in grade.rows {
      guard let value = row.value, value.isFinite, let isLowerBetter = row.isLowerBetter else {
        continue
      }
      let stem = URL(filePath: grade.file).deletingPathExtension().lastPathComponent
      add(
        Entry(
          assignment: row.assignment, figure: row.figure,
          author: grade.author.isEmpty ? stem : grade.author, value: value, points: row.points,
          isLowerBetter: isLowerBetter, settings: grade.settings))
    }
  }
}

extension BoardFile {
  /// The entries with their ranks; who is as good as another has the same.
  var ranked: [(rank: Int, entry: Entry)] {
    var ranked: [(rank: Int, entry: Entry)] = []
    var place = 0
    for entry in entries {
      let before = ranked.last
      let isFirst =
        before?.entry.assignment != entry.assignment || before?.entry.figure != entry.figure
      place = isFirst ? 1 : place + 1
      let isEqual = !isFirst && before?.entry.value == entry.value
      ranked.append((isEqual ? before?.rank ?? place : place, entry))
    }
    return ranked
  }

  /// The board as a table.
  var csv: String {
    let rows = ranked.map { rank, entry in
      let fields =
        ["\(rank)", entry.assignment, entry.figure, entry.author, CSVTable.text(of: entry.value)]
        + [CSVTable.text(of: entry.points), entry.settings]
      return fields.map(CSVTable.field).joined(separator: ",") + "\n"
    }
    return "rank,assignment,figure,author,value,points,settings\n" + rows.joined()
  }

  /// The board as it is read on the screen: a paragraph for each figure.
  var words: String {
    var blocks: [[String]] = []
    for (rank, entry) in ranked {
      if rank == 1 && blocks.last?.first != Self.heading(entry) {
        blocks.append([Self.heading(entry)])
      }
      let line = "\(rank). \(entry.author): \(entry.value)"
      blocks[blocks.count - 1].append(line)
    }
    return blocks.isEmpty
      ? "nobody is on the board yet; 'stipple board FILE --add SHEET...' adds sheets"
      : blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private static func heading(_ entry: Entry) -> String { "\(entry.assignment), \(entry.figure)" }
}
