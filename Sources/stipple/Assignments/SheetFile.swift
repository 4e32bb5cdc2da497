import Diffusion
import Foundation
import Interface

/// A sheet as a file, Markdown or SVG: a page for people, and the record that it was made of.
///
/// The check sum is of the whole file with zeros in its own place. It tells a file that was damaged on
/// its way; a forger can mend it, and is found by doing the record again.
struct SheetFile {
  /// The forms of a sheet, by the endings of their files.
  enum Form: String, CaseIterable {
    case md
    case svg

    init?(path: String) {
      self.init(rawValue: URL(filePath: path).pathExtension.lowercased())
    }
  }

  /// The name of the file, for messages.
  let name: String
  let form: Form
  /// The file with line feeds alone.
  let text: String
  /// The record, below as many empty lines as stand above it in the file, so that places are right.
  let record: String

  static let byteLimit = 8 << 20
  private static let markdownStart = "```yaml stipple-sheet"
  private static let markdownEnd = "```"
  private static let svgStart = "<metadata id=\"stipple-sheet\">"
  private static let svgEnd = "</metadata>"
  private static let checkKey = "check: "
  private static let zeros = "00000000"

  /// Reads a sheet and holds it against its check sum.
  init(inFile path: String) throws(InputError) {
    guard let form = Form(path: path) else {
      throw InputError("no sheet: a sheet is a file .md or .svg", file: path)
    }
    let text = try TextFile.text(of: path, limit: Self.byteLimit)
      .replacingOccurrences(of: "\r\n", with: "\n")
    try self.init(text, name: path, form: form)
  }

  init(_ text: String, name: String, form: Form) throws(InputError) {
    self.name = name
    self.form = form
    self.text = text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let (start, end) =
      form == .md ? (Self.markdownStart, Self.markdownEnd) : (Self.svgStart, Self.svgEnd)
    let starts = lines.indices.filter { lines[$0] == start }
    guard let first = starts.first else {
      throw InputError("no sheet: it has no record of an assignment", file: name)
    }
    if starts.count > 1 {
      throw InputError(
        "it has two records; a sheet has one", file: name,
        place: InputError.Place(line: starts[1] + 1, column: 1))
    }
    let rest = lines[(first + 1)...]
    guard let last = rest.firstIndex(of: end) else {
      throw InputError("it is cut off: the record has no end", file: name)
    }
    var body = Array(lines[(first + 1)..<last])
    guard let check = body.last, check.hasPrefix(Self.checkKey) else {
      throw InputError("it is damaged: the record does not end in its check sum", file: name)
    }
    body.removeLast()
    let sum = String(check.dropFirst(Self.checkKey.count))
    guard sum == Self.sum(of: text, besides: check) else {
      throw InputError(
        "it is damaged: its check sum is not \(sum.excerpt)", file: name,
        place: InputError.Place(line: last, column: Self.checkKey.count + 1))
    }
    let padding = String(repeating: "\n", count: first + 1)
    let joined = body.joined(separator: "\n") + "\n"
    record = padding + (form == .svg ? Self.unescaped(joined) : joined)
  }

  /// The check sum of a file in which a line says one.
  private static func sum(of text: String, besides line: String) -> String {
    let blank = text.replacingOccurrences(of: line, with: checkKey + zeros)
    return Sheet.hexadecimal(Checksum.crc32(Array(blank.utf8)))
  }

  /// The text of a sheet's file.
  ///
  /// - Parameter page: the page around a place for the record.
  static func text(
    _ sheet: Sheet, of assignment: Assignment, page: SheetPage, form: Form
  ) throws -> String {
    let record = try sheet.lines(of: assignment) + checkKey + zeros
    let whole: String
    switch form {
    case .md:
      whole = page.markdown(record: [markdownStart, record, markdownEnd].joined(separator: "\n"))
    case .svg:
      whole = page.svg(record: [svgStart, escaped(record), svgEnd].joined(separator: "\n"))
    }
    let sum = Sheet.hexadecimal(Checksum.crc32(Array(whole.utf8)))
    guard let place = whole.range(of: checkKey + zeros, options: .backwards) else { return whole }
    return whole.replacingCharacters(in: place, with: checkKey + sum)
  }

  private static func escaped(_ record: String) -> String {
    record.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).escapedForXML }.joined(separator: "\n")
  }

  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(text) {
      $0.replacingOccurrences(of: $1.0, with: $1.1)
    }
  }
}
