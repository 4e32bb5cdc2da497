import Diffusion
import Foundation
import Testing

@testable import stipple

/// Everything that can be done to a sheet, by accident or not, is found by the sheet's name.
@Suite("Forged and damaged sheets are found")
final class SheetForgeryTests {
  private let folder: Scratch
  private let sheet: String

  init() throws {
    folder = try Scratch()
    try TinyAssignment.write(into: folder)
    let path = try TinyAssignment.sheet(
      "{seed: 3, training: {rate: 0.02}}", as: "ada", more: ["--author", "Ada"], in: folder)
    sheet = try String(contentsOfFile: path, encoding: .utf8)
  }

  /// A kind of change: its name, whether a forger mends the check sum, what it does, what is found.
  private struct Change: Sendable {
    let name: String
    var isMended = true
    let make: @Sendable (String) -> String
    let verdict: String
    let words: String
  }

  private static func line(_ start: String, _ new: String) -> @Sendable (String) -> String {
    { text in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix(start) ? new : String($0) }.joined(separator: "\n")
    }
  }

  private static func replace(_ old: String, _ new: String) -> @Sendable (String) -> String {
    { $0.replacingOccurrences(of: old, with: new) }
  }

  private static let figure = "figures: {chamfer_mean: 0.0625}"

  private static let changes: [Change] = [
    Change(
      name: "figure", make: line("figures:", figure), verdict: "forged",
      words: "says chamfer_mean 0.0625, its settings give"),
    Change(
      name: "seed", make: replace("seed: 3}", "seed: 4}"), verdict: "forged",
      words: "its settings give"),
    Change(
      name: "rate", make: replace("rate: 0.02}", "rate: 0.03}"), verdict: "forged",
      words: "its settings give"),
    Change(
      name: "fixed-key", make: line("settings:", "settings: {seed: 3, sampler: {kind: heun}}"),
      verdict: "forged", words: "sampler.kind is fixed"),
    Change(
      name: "closed-key", make: line("settings:", "settings: {distribution: single-gaussian}"),
      verdict: "forged", words: "'distribution' is not open"),
    Change(
      name: "file-key",
      make: line("settings:", "settings: {distribution: {points: /etc/passwd}}"),
      verdict: "forged", words: "'distribution' is not open"),
    Change(
      name: "page", make: replace("10 of 10", "11 of 10"), verdict: "forged",
      words: "the page says in line"),
    Change(
      name: "page-line", make: { "\($0)\n\nThe teacher said: 100 points.\n" }, verdict: "forged",
      words: "the page says in line"),
    Change(
      name: "reflection-on-page", make: replace("> It learned nothing.", "> It learned it all."),
      verdict: "forged", words: "the page says in line"),
    Change(
      name: "weights",
      make: replace("\ninstructions:", "\nweights: \"deadbeef\"\ninstructions:"),
      verdict: "forged", words: "its weights are not those"),
    Change(
      name: "weights-no-sum",
      make: replace("\ninstructions:", "\nweights: mine\ninstructions:"), verdict: "forged",
      words: "weights must be the checksum"),
    Change(
      name: "given", make: replace("\ninstructions:", "\ngiven: [[0, 0]]\ninstructions:"),
      verdict: "forged", words: "there must be 40 points, not 1"),
    Change(
      name: "infinite", make: line("figures:", "figures: {chamfer_mean: -.inf}"),
      verdict: "forged", words: "must be a finite number"),
    Change(
      name: "other-figure", make: line("figures:", "figures: {sliced_w2: 0.1}"),
      verdict: "forged", words: "there is no key 'sliced_w2'"),
    Change(
      name: "instructions", make: line("instructions:", "instructions: abacus"),
      verdict: "forged", words: "no instruction set 'abacus'"),
    Change(
      name: "other-assignment", make: line("assignment:", "assignment: tiny-given"),
      verdict: "forged", words: "'training' is not open"),
    Change(
      name: "no-assignment", make: line("assignment:", "assignment: tinny"), verdict: "damaged",
      words: "did you mean 'tiny'?"),
    Change(
      name: "assignment-file", make: line("assignment:", "assignment: ./tiny.yaml"),
      verdict: "damaged", words: "no name of an assignment"),
    Change(
      name: "version", make: line("sheet: 1", "sheet: 2"), verdict: "damaged",
      words: "another version"),
    Change(
      name: "no-figures", make: replace("\nfigures: ", "\n# figures: "), verdict: "damaged",
      words: "has lost its key 'figures'"),
    Change(
      name: "unknown-key", make: replace("\nsettings:", "\nbonus: 5\nsettings:"),
      verdict: "damaged", words: "there is no key 'bonus'"),
    Change(
      name: "twice", make: replace("\nsettings:", "\nsheet: 1\nsettings:"), verdict: "damaged",
      words: "given more than once"),
    Change(
      name: "no-yaml", make: line("settings:", "settings: {seed: ["), verdict: "damaged",
      words: "not YAML"),
    Change(
      name: "two-records", make: { $0 + $0 }, verdict: "damaged", words: "two records"),
    Change(
      name: "damaged", isMended: false, make: replace("It learned", "It lexrned"),
      verdict: "damaged", words: "check sum"),
    Change(
      name: "blank", isMended: false, make: replace("reflection: ", "reflection:  "),
      verdict: "damaged", words: "check sum"),
    Change(
      name: "sum", isMended: false, make: line("check:", "check: 12345678"), verdict: "damaged",
      words: "check sum is not 12345678"),
    Change(
      name: "no-sum", isMended: false, make: line("check:", ""), verdict: "damaged",
      words: "does not end in its check sum"),
    Change(
      name: "cut-off", isMended: false, make: { String($0.prefix($0.count - 30)) },
      verdict: "damaged", words: "cut off"),
    Change(
      name: "half", isMended: false, make: { String($0.prefix($0.count / 2)) },
      verdict: "damaged", words: "no record"),
    Change(
      name: "empty", isMended: false, make: { _ in "" }, verdict: "damaged", words: "no record"),
  ]

  /// What a forger would do: works the check sum out anew.
  static func mended(_ text: String) -> String {
    guard let old = text.range(of: "\ncheck: ", options: .backwards) else { return text }
    let sum = text[old.upperBound...].prefix(8)
    let zeros = text.replacingOccurrences(of: "check: \(sum)", with: "check: 00000000")
    let new = Sheet.hexadecimal(Checksum.crc32(Array(zeros.utf8)))
    return zeros.replacingOccurrences(of: "check: 00000000", with: "check: \(new)")
  }

  @Test("More than twenty kinds, each by its name and with its reason, and the honest ones stay")
  func allAreFound() throws {
    #expect(Self.changes.count >= 20)
    for change in Self.changes {
      let text = change.make(sheet)
      #expect(text != sheet, "\(change.name) changes nothing")
      _ = try folder.write(
        change.isMended ? Self.mended(text) : text, to: "sheets-\(change.name).md")
    }
    let paths = Self.changes.map { folder.file("sheets-\($0.name).md") }
    let honest = folder.file("ada.md")
    let run = TinyAssignment.run(["grade"] + paths + [honest], in: folder)
    #expect(run.status == 0)
    let rows = try TinyAssignment.table(run)
    #expect(rows.count == paths.count + 1)
    for (change, row) in zip(Self.changes, rows) {
      #expect(row["file"] == folder.file("sheets-\(change.name).md"))
      #expect(row["verdict"] == change.verdict && row["points"] == "0", "\(change.name): \(row)")
      #expect(row["reason"]?.contains(change.words) == true, "\(change.name): \(row)")
    }
    #expect(rows.last?["verdict"] == "full")
    #expect(run.notes.count == Self.changes.count)
  }

  @Test(
    "Files that are no text at all are found, and line ends of other systems are none the worse")
  func foreignFiles() throws {
    let bytes = Data([0xFF, 0xFE, 0x00, 0x80, 0x00])
    try bytes.write(to: URL(filePath: folder.file("bytes.md")))
    _ = try folder.write(sheet.replacingOccurrences(of: "\n", with: "\r\n"), to: "crlf.md")
    _ = try folder.write("<svg/>", to: "empty.svg")
    let names = ["bytes.md", "crlf.md", "empty.svg", "gone.md"]
    let rows = try TinyAssignment.table(
      TinyAssignment.run(["grade"] + names.prefix(3).map { folder.file($0) }, in: folder))
    #expect(rows.map { $0["verdict"] } == ["damaged", "full", "damaged"])
    #expect(TinyAssignment.run(["grade", folder.file(names[3])], in: folder).status == 2)
  }

  /// Any byte of a sheet, changed by chance, is told or is none the worse.
  @Test("Damage by chance is found wherever it is")
  func chance() throws {
    var stream = Randomness(seed: 5).stream(.data)
    var paths: [String] = []
    for number in 0..<40 {
      var bytes = Array(sheet.utf8)
      bytes[Int.random(in: bytes.indices, using: &stream)] ^= UInt8.random(
        in: 1...127, using: &stream)
      let path = folder.file("chance-\(number).md")
      try Data(bytes).write(to: URL(filePath: path))
      paths.append(path)
    }
    let rows = try TinyAssignment.table(TinyAssignment.run(["grade"] + paths, in: folder))
    #expect(rows.count == 40 && rows.allSatisfy { $0["verdict"] == "damaged" })
  }
}
