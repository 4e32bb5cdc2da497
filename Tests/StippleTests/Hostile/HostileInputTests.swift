import Diffusion
import Foundation
import Testing

@testable import stipple

/// Every hostile file is refused in one line that a terminal and a reader can take.
@Suite struct HostileInputTests {
  private static let corpus = HostileInput.corpus

  @Test func theCorpusIsLarge() {
    #expect(Self.corpus.count >= 200)
    #expect(Set(Self.corpus.map(\.kind.rawValue)).count == FileKind.allCases.count)
  }

  @Test("A hostile file is refused in one line", arguments: corpus.indices)
  func refusal(index: Int) throws {
    let input = Self.corpus[index]
    let scratch = try Scratch()
    let reply = try #require(try input.reply(in: scratch.path), "\(input)")
    #expect(reply.text.contains(input.answer), "\(input): \(reply.text)")
    let faults = reply.faults(tellsLines: false)
    #expect(faults.isEmpty, "\(faults): \(reply.text.debugDescription)")
  }

  @Test("Messages of files of lines have a line and a column", arguments: corpus.indices)
  func place(index: Int) throws {
    let input = Self.corpus[index]
    guard input.kind.tellsLines else { return }
    let scratch = try Scratch()
    let reply = try #require(try input.reply(in: scratch.path))
    #expect(reply.faults(tellsLines: true).isEmpty, "\(input): \(reply.text)")
  }

  @Test("A point without a label is read, and refused where its label is needed")
  func missingLabel() throws {
    let scratch = try Scratch()
    let file = try scratch.write("x,y,label\n1,2,\n", to: "in.csv")
    #expect(try PointFile.read(file).labels == [""])
    let run = Invocation("sample", "eight-gaussians", "--steps", "2", "--initial", file)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.notes.count == 1 && run.notes[0].contains("in.csv:2:5: the label is empty"))
  }

  @Test func aLongNameOfAFileKeepsItsEnd() {
    let error = InputError(
      String(repeating: "m", count: 900), file: String(repeating: "d/", count: 500) + "end.csv",
      place: InputError.Place(line: 1, column: 2))
    #expect("\(error)".unicodeScalars.count <= 280)
    #expect("\(error)".contains("end.csv:1:2: mmm"))
  }

  @Test func whatIsShownOfAPresetIsShownByItsNumbers() throws {
    let scratch = try Scratch()
    let preset = try scratch.write(
      "# A \u{202E}remark\u{200F}\ntitle: \"a\\e]0;x\\a\\u202Eb\"\n"
        + "distribution: {components: [{mean: [0, 0], std: 1, label: \"\\u2066\\x9b1m\"}]}\n",
      to: "odd.yaml")
    for format in ["text", "svg", "description"] {
      let run = Invocation("render", preset, "--after", "0", "--format", format, "--size", "60x16")
      #expect(run.status == 0 && !run.output.hasControls(besides: ["\n"]), "\(run.notes)")
    }
    for arguments in [["list", "presets"], ["list", "presets", "--json"]] {
      let run = Invocation(list: arguments, presets: [scratch.path])
      #expect(run.output.contains("odd") && !run.output.hasControls(besides: ["\n"]))
    }
  }

  @Test func aTerminalIsShownWhatAProgramIsGiven() throws {
    var shown = ""
    let console = Console(
      output: { shown += $0 }, note: { _ in }, progress: nil, presets: PresetLibrary(folders: []),
      width: 80)
    try console.output("x,y,label\n1,2,\u{1B}[31m\n")
    #expect(shown == "x,y,label\n1,2,[U+001B][31m\n")
  }
}
