import Foundation
import Testing
import TextScreen

@testable import stipple

@Suite("Films of the screen")
struct FilmTests {
  private static let small = """
    title: Small
    distribution: single-gaussian
    schedule: {kind: linear, timesteps: 20, beta: [0.001, 0.4]}
    sampler: {kind: ddim, steps: 3}
    particles: 50
    """

  /// The events of a recording, after its header.
  private static func events(_ path: String) throws -> [(seconds: Double, output: String)] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    return try lines.dropFirst().map { line in
      let parts = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
      return (try #require(parts[0] as? Double), try #require(parts[2] as? String))
    }
  }

  @Test("A recording has a picture for every moment, ends on the last one, and is the same again")
  func recordings() throws {
    let scratch = try Scratch()
    let preset = try scratch.write(Self.small, to: "small.yaml")
    let (one, two) = (scratch.file("one.cast"), scratch.file("two.cast"))
    for film in [one, two] {
      let made = Invocation(
        "render", preset, "--after", "0", "--size", "80x24", "--play", "direction reverse",
        "--film",
        film, "--seconds", "1")
      #expect(made.status == 0 && made.output.isEmpty)
    }
    #expect(try Data(contentsOf: URL(filePath: one)) == Data(contentsOf: URL(filePath: two)))
    let events = try Self.events(one)
    #expect(events.map(\.seconds) == events.map(\.seconds).sorted())
    // The opening, a picture for every moment and the end.
    #expect(events.count == 1 + FilmTimes.rate + 1 && events.last?.seconds == 1)
    var glass = TerminalEmulator(columns: 80, rows: 24)
    for event in events.dropLast() { glass.receive(event.output.utf8) }
    let still = Invocation(
      "render", preset, "--after", "0", "--size", "80x24", "--play",
      "direction reverse; wait \(Double(FilmTimes.rate - 1) / Double(FilmTimes.rate))")
    // The first line tells step and time; figures below may still be on their way in the film.
    #expect(glass.lines[0] == still.lines[0])
    glass.receive((events.last?.output ?? "").utf8)
    #expect(glass.isGivenBack)
  }

  @Test("Without a program that joins pictures they are left, with the line that joins them")
  func pictures() throws {
    let scratch = try Scratch()
    var film = try PictureFilm(path: scratch.file("a.gif"), form: .gif, rate: 15, programs: "") {
      SVGPicture($0, theme: .dark, title: "A", background: Theme.dark.usualBackground)
    }
    for number in 0..<3 {
      try film.add(Surface(size: Size(columns: 4, rows: 2)), at: Double(number) / 15)
    }
    let remark = try #require(try film.finish(at: 0.2))
    #expect(remark.contains("-framerate 15") && remark.contains("palettegen"))
    #expect(try scratch.names == ["a.gif-frames"])
    let frames = try FileManager.default.contentsOfDirectory(atPath: scratch.file("a.gif-frames"))
    #expect(frames.sorted() == ["frame-0001.svg", "frame-0002.svg", "frame-0003.svg"])
  }

  /// Something of the name of a program that keeps what it is told, and hands on what it reads.
  private static func standIn(_ name: String, ending status: Int, in scratch: borrowing Scratch)
    throws
  {
    let path = try scratch.write(
      """
      #!/bin/sh
      echo "$@" > "$0.told"
      while [ $# -gt 2 ]; do shift; done
      echo "what it reads is wrong" >&2
      cat "$1" > "$2"
      exit \(status)
      """, to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  @Test("Where there is no ffmpeg, agg makes a GIF of a recording that ends on the last picture")
  func recordedFilms() throws {
    let scratch = try Scratch()
    try Self.standIn("agg", ending: 0, in: scratch)
    var film = try FilmOptions.writer(
      of: .gif, to: scratch.file("a.gif"), size: Size(columns: 4, rows: 2), title: "A",
      theme: .dark, depth: .truecolor, programs: "/nowhere:\(scratch.path)")
    for number in 0..<3 {
      try film.add(Surface(size: Size(columns: 4, rows: 2)), at: Double(number) / 15)
    }
    #expect(try film.finish(at: 0.2) == nil)
    #expect(try scratch.names.sorted() == ["a.gif", "agg", "agg.told"])
    let events = try Self.events(scratch.file("a.gif"))
    #expect(events.count == 1 + 3 && !events.contains { $0.output.contains("1049l") })
    let told = try String(contentsOfFile: scratch.file("agg.told"), encoding: .utf8)
    #expect(told.contains("--theme \(Theme.dark.usualBackground.hex.dropFirst()),"))
    #expect(told.contains("--fps-cap 15") && told.contains("--idle-time-limit 1.2"))
  }

  @Test("What agg cannot make is said, and the old film stays")
  func failedFilms() throws {
    let scratch = try Scratch()
    try Self.standIn("agg", ending: 1, in: scratch)
    let path = try scratch.write("old", to: "a.gif")
    var film = try FilmOptions.writer(
      of: .gif, to: path, size: Size(columns: 4, rows: 2), title: "A", theme: .dark,
      depth: .truecolor, programs: scratch.path)
    try film.add(Surface(size: Size(columns: 4, rows: 2)), at: 0)
    let failure = #expect(throws: WorkError.self) { try film.finish(at: 0.1) }
    #expect(failure.map { "\($0)" }?.contains("agg could not make the film: what it reads") == true)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try scratch.names.sorted() == ["a.gif", "agg", "agg.told"])
  }

  @Test("Shapes, a width on paper and moving PNGs are no films of letters")
  func vectorFilms() throws {
    let scratch = try Scratch()
    try Self.standIn("agg", ending: 0, in: scratch)
    let made = { (form: FilmForm, isVector: Bool, millimetres: Double?) in
      try FilmOptions.writer(
        of: form, to: scratch.file("a.\(form.rawValue)"), size: Size(columns: 4, rows: 2),
        title: "A", theme: .dark, depth: .truecolor, isVector: isVector, millimetres: millimetres,
        programs: scratch.path)
    }
    #expect(try made(.gif, false, nil) is RecordedFilm)
    #expect(try made(.gif, true, nil) is PictureFilm)
    #expect(try made(.gif, false, 85) is PictureFilm)
    #expect(try made(.apng, false, nil) is PictureFilm)
  }

  @Test(
    "What cannot be a film is refused in one line, and nothing is written",
    arguments: [
      (["--film", "a.mov"], ".cast, .gif, .apng, .svg"),
      (["--film", "cast"], ".cast, .gif, .apng, .svg"),
      (["--film", "none/a.cast"], "no folder"), (["--seconds", "2"], "--film"),
      (["--film", "a.cast", "--seconds", "61"], "0.1 to 60"),
      (["--film", "a.gif", "--colours", "16"], "--format ansi"),
      (["--colours", "16"], "--format ansi"),
      (["--colours", "9", "--format", "ansi"], "number of colours"),
    ])
  func refusals(flags: [String], reason: String) throws {
    let scratch = try Scratch()
    let placed = flags.map { $0.hasPrefix("a.") || $0.hasPrefix("none") ? scratch.file($0) : $0 }
    let preset = try scratch.write(Self.small, to: "small.yaml")
    let refused = Invocation(list: ["render", preset, "--after", "0"] + placed)
    #expect(refused.status == 2 || refused.status == 64)
    #expect(refused.notes.joined().contains(reason))
    #expect(try scratch.names == ["small.yaml"])
  }

  @Test(
    "Escape sequences keep to the colours that there are, and reverse nothing",
    arguments: ["16", "256"])
  func colours(depth: String) throws {
    let scratch = try Scratch()
    let preset = try scratch.write(Self.small, to: "small.yaml")
    let picture = Invocation(
      "render", preset, "--after", "0", "--size", "80x24", "--play", "help", "--format", "ansi",
      "--colours", depth)
    #expect(picture.status == 0)
    let parameters = picture.output.matches(of: #/\u{1B}\[([0-9;]*)m/#).map { String($0.1) }
    #expect(!parameters.isEmpty)
    for parameter in parameters {
      let codes = parameter.split(separator: ";")
      #expect(!codes.contains("7") && !parameter.contains("8;2;"))
      if depth == "16" { #expect(!parameter.contains("8;5;")) }
    }
  }
}
