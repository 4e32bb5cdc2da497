import Foundation
import Testing

extension ScreenTests {
  @Test func aRecordingShowsTheSessionAgain() throws {
    let run = try ScreenRun(
      through: #"exec "$@" --play "pause; view score exact" --record tape.cast"#)
    #expect(run.wait(for: "exact score field"))
    run.terminal.type(":view ground density\r")
    #expect(run.wait(for: "exact density"))
    run.terminal.type(":quit now\r")
    #expect(run.ending() == .exited(0))
    let lines = String(decoding: try run.contents(of: "tape.cast"), as: UTF8.self)
      .split(separator: "\n")
    let header = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
    #expect(header?["version"] as? Int == 2)
    var screen = TerminalEmulator(columns: 120, rows: 40)
    var marks: [String] = []
    // The last event gives the screen back.
    for line in lines.dropFirst().dropLast() {
      let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any]
      let text = event?[2] as? String ?? ""
      if event?[1] as? String == "o" { screen.receive(text.utf8) }
      if event?[1] as? String == "m" { marks.append(text) }
    }
    #expect(screen.text.contains("exact density") && screen.text.contains("╭ particle"))
    #expect(
      marks == [
        "pause", "view score exact", "command line, with completion and history",
        "view ground density", "command line, with completion and history", "quit now",
      ])
  }

  @Test func theLineToShareIsPrintedAfterTheEnd() throws {
    let run = try ScreenRun()
    run.terminal.type(" ")
    #expect(run.wait(for: "paused"))
    run.terminal.type(":share\r")
    #expect(run.wait(for: "this screen in one line"))
    run.terminal.type("\u{1B}")
    #expect(run.waitUntilGone("this screen in one line"))
    run.terminal.type("q")
    #expect(run.ending() == .exited(0))
    #expect(run.wait(for: "--particles 60 "))
    #expect(run.isGivenBack)
  }

  @Test func picturesAndPointsAreSavedAndAFullFolderSaysSo() throws {
    let run = try ScreenRun()
    run.terminal.type(" ")
    #expect(run.wait(for: "paused"))
    run.terminal.type(":save picture svg\r")
    #expect(run.wait(for: "the picture is in small.svg"))
    run.terminal.type(":save picture description\r")
    #expect(run.wait(for: "the description is in small.txt"))
    run.terminal.type(":save points\r")
    #expect(run.wait(for: "the points are in small-points.csv"))
    #expect(try run.newFiles == ["small-points.csv", "small.svg", "small.txt"])
    let picture = String(decoding: try run.contents(of: "small.svg"), as: UTF8.self)
    #expect(picture.split(separator: "<circle").count > 60)
    let points = String(decoding: try run.contents(of: "small-points.csv"), as: UTF8.self)
    #expect(points.hasPrefix("x,y,label\n") && points.split(separator: "\n").count == 61)
    run.terminal.type(":load small-points.csv\r")
    #expect(run.wait(for: "60 points of small-points.csv"))
    run.terminal.type(":load nothing.csv\r")
    #expect(run.wait(for: "nothing.csv"))
    #expect(run.terminal.screen.lines[0].contains("small-points.csv"))
  }
}
