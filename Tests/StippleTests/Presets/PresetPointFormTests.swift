import Diffusion
import Interface
import Testing

@testable import stipple

/// The keys beside `points` that say how its file is read.
@Suite struct PresetPointFormTests {
  private static let table = "id;a;b;kind\n7;1,234;5,678;u\n9;3,5;4,25;v\n"

  @Test func theKeysOfPointsAreReadAndWrittenBack() throws {
    let scratch = try Scratch()
    _ = try scratch.write(Self.table, to: "data.csv")
    let text =
      "distribution: {points: data.csv, columns: {x: a, y: b, label: kind}, separator: \";\","
      + " decimal: \",\", header: first}\n"
    let preset = try scratch.write(text, to: "p.yaml")
    let experiment = try PresetReader.experiment(inFile: preset)
    guard case .points(let points, let labels, let source) = experiment.distribution else {
      Issue.record("no points")
      return
    }
    #expect(points == [[1.234, 5.678], [3.5, 4.25]] && labels == ["u", "v"])
    #expect(source.form.x == "a" && source.form.label == "kind" && source.remark == nil)
    let copy = scratch.file("copy.yaml")
    let written = try PresetWriter.text(of: experiment, path: copy)
    _ = try scratch.write(written, to: "copy.yaml")
    #expect(try PresetReader.experiment(inFile: copy).distribution == experiment.distribution)
  }

  @Test func aTabAndNoHeaderCanBeSaid() throws {
    let scratch = try Scratch()
    _ = try scratch.write("0\t1\n2\t3\n", to: "data.tsv")
    for separator in ["tab", "\"\\t\""] {
      let text =
        "distribution: {points: data.tsv, columns: {x: 2, y: 1}, separator: \(separator),"
        + " header: none}\n"
      let preset = try scratch.write(text, to: "p.yaml")
      let experiment = try PresetReader.experiment(inFile: preset)
      guard case .points(let points, _, _) = experiment.distribution else { continue }
      #expect(points == [[1, 0], [3, 2]])
    }
  }

  @Test(arguments: [
    ("{points: [[1, 2]], separator: tab}", "'separator' says how a file of points is read"),
    ("{word: A, header: none}", "'header' says how a file of points is read"),
    ("{points: data.csv, separator: ab}", "separator: 'ab' does not separate fields"),
    ("{points: data.csv, decimal: x}", "decimal: 'x' is no decimal mark; it is . or ,"),
    ("{points: data.csv, header: second}", "header: 'second' is no place of a header"),
    ("{points: data.csv, columns: {z: a}}", "there is no key 'z'"),
    ("{points: data.csv}", "say --columns"),
  ])
  func aFormThatCannotBeIsRefused(distribution: String, words: String) throws {
    let scratch = try Scratch()
    _ = try scratch.write("a,b,c\n1,2,3\n", to: "data.csv")
    let preset = try scratch.write("distribution: \(distribution)\n", to: "p.yaml")
    #expect { try PresetReader.experiment(inFile: preset) } throws: { "\($0)".contains(words) }
  }

  @Test func everyCommandThatReadsPointsTakesTheFlagsAndSaysHowItRead() throws {
    let scratch = try Scratch()
    let path = try scratch.write(Self.table, to: "data.csv")
    let flags = ["--columns", "x=a,y=b"]
    let ring = "eight-gaussians"
    let few = ["--sampler", "ddim", "--steps", "1"]
    let runs = [
      ["diffuse", ring, "--t", "0", "--points", path],
      ["field", ring, "--t", "5", "--points", path],
      ["sample", ring, "--initial", path] + few,
      ["evaluate", ring, "--samples", path, "--metrics", "modes"],
      ["measure", path, path, "--bandwidth", "1"],
    ]
    for arguments in runs {
      let refused = Invocation(list: arguments)
      #expect(refused.status == 2, "\(arguments)")
      #expect(refused.notes.last?.contains("--columns x=a,y=b") == true)
      let run = Invocation(list: arguments + flags)
      #expect(run.status == 0 && !run.output.isEmpty, "\(run.notes)")
      #expect(run.notes.first == "stipple: \(path): separated by ';'; decimal commas")
    }
    let idle = Invocation(list: ["sample", ring] + few + flags)
    #expect(idle.status == 64 && idle.notes[0].contains("say how the file of --initial is read"))
    let preset = try scratch.write(
      "distribution: {points: data.csv, columns: {x: a, y: b}}\n", to: "p.yaml")
    #expect(
      Invocation("sample", preset, "--count", "1", "--sampler", "ddim", "--steps", "1").notes
        == ["stipple: \(path): separated by ';'; decimal commas"])
  }

  @Test func whatIsLoadedOnTheScreenTakesTheSameWords() throws {
    let scratch = try Scratch()
    let path = try scratch.write(Self.table, to: "my data.csv")
    let read = FileKeeper.workingFolder().readPoints
    guard
      case .points(let points, _, let source) = try read(
        "\(path) --columns x=b,y=a --decimal ,")
    else { return }
    #expect(points == [[5.678, 1.234], [4.25, 3.5]])
    #expect(source.name == path && source.remark == "separated by ';'")
    #expect { try read("\(path) --colums x=b,y=a") } throws: { "\($0)".contains("cannot be read") }
    #expect { try read("\(path) --header none --decimals ,") } throws: {
      "\($0)".contains("did you mean '--decimal'?")
    }
  }
}
