import ArgumentParser
import TextScreen

/// The flag that says how large a picture or a recording is.
struct SizeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Columns and rows of a picture (120x40 if not given), or of the screen while it is recorded.",
      valueName: "columnsxrows"),
    transform: FlagValue.size)
  var size: Size?
}

extension FlagValue {
  /// Columns and rows, such as `120x40`.
  static func size(_ word: String) throws -> Size {
    let parts = word.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (1...500).contains(columns), (1...200).contains(rows)
    else {
      throw InputError("'\(word)' is no size; say columns and rows, up to 500x200, as in 120x40")
    }
    return Size(columns: columns, rows: rows)
  }
}
