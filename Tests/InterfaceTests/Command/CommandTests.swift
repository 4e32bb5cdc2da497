import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Commands")
struct CommandTests {
  @Test("every command with every value it lists can be said and leaves a state that runs")
  func everyCommandRuns() throws {
    let state = try Player().state
    for command in Command.all {
      let values = command.value == nil ? [""] : command.choices(state)
      for value in values {
        var player = try Player()
        for action in try Command.actions(for: "\(command.name) \(value)", in: player.state) {
          player.perform(action)
        }
        player.wait(0.1, work: 480)
        #expect(player.state.frame.points.filter { !$0.isFinite }.isEmpty)
      }
    }
  }

  @Test(
    "a command does what the key for it does",
    arguments: [
      ("step 3", ["right", "right", "right"]), ("direction reverse", ["r"]), ("pause", ["space"]),
      ("loop off", ["l"]), ("way jump", ["j"]), ("model learned", ["m"]),
      ("view trails off", ["y"]),
      ("view contours on", ["H"]), ("view ground density", ["h"]), ("view colour label", ["k"]),
      ("speed 4", ["]", "]"]), ("particle 2", ["i", "i"]), ("set seed 8", ["x"]),
      ("panel schedule", ["tab"]), ("zoom in", ["+"]), ("help", ["?"]), ("end", ["end"]),
    ])
  func commandsAreKeys(line: String, keys: [String]) throws {
    var said = try Player()
    for action in try Command.actions(for: line, in: said.state) { said.perform(action) }
    var pressed = try Player()
    for key in keys { pressed.press(key) }
    #expect(said.state.experiment == pressed.state.experiment)
    #expect(said.state.playback == pressed.state.playback)
    #expect(said.state.view == pressed.state.view)
    #expect(said.state.stage.way == pressed.state.stage.way)
    #expect(said.state.particle == pressed.state.particle)
    #expect(said.state.focus == pressed.state.focus)
    #expect(said.state.overlay == pressed.state.overlay)
  }

  @Test(
    "what cannot be done answers with what was wrong and what would be right",
    arguments: [
      ("stp 3", "did you mean 'step'?"), ("step", "step N"), ("step three", "no whole number"),
      ("set shedule linear", "did you mean 'schedule'?"), ("set schedule cosin", "'cosine'"),
      ("set", "goes on with distribution"), ("play on", "takes no value: leave 'on' away"),
      ("share picture", "takes no value: E lists all that can be shared"),
      ("view trails maybe", "neither on nor off"), ("preset nothing", "no preset 'nothing'"),
      ("particle 99", "from 0 to 47"), ("set seed -1", "a whole number from 0 up"),
      ("time nan", "no number"),
    ])
  func mistakesAreAnswered(line: String, part: String) throws {
    let state = try Player().state
    do {
      _ = try Command.actions(for: line, in: state)
      Issue.record("'\(line)' was understood")
    } catch {
      #expect("\(error)".contains(part))
    }
  }

  @Test("a value out of range is refused with its range and changes nothing")
  func rangesHold() throws {
    var player = try Player()
    player.type("set steps 0")
    player.press("enter")
    #expect(player.state.experiment == .small)
    #expect(player.state.notice?.text.contains("steps must be from 1") == true)
  }

  @Test("typing, completing and the history work by keys; undo takes a command back")
  func theLineWorks() throws {
    var player = try Player()
    player.type("set sch")
    player.press("tab")
    #expect(player.line?.text == "set schedule ")
    player.write("cos")
    player.press("tab", "enter")
    #expect(player.state.overlay == nil)
    #expect(player.state.experiment.schedule.kind == .cosine)
    player.type("stepp 2")
    player.press("enter")
    #expect(player.line?.text == "stepp 2" && player.state.notice?.tone == .warning)
    player.press("up")
    #expect(player.line?.text == "stepp 2")
    player.press("up")
    #expect(player.line?.text == "set schedule cosine")
    player.press("down", "down", "backspace")
    #expect(player.line?.text == "stepp ")
    player.press("esc", "u")
    #expect(player.state.experiment == .small)
  }

  @Test("a line that cannot be done stays open and can be mended, whatever refuses it")
  func failedLinesStay() throws {
    for line in ["set steps 5000", "stpe 3", "undo", "delete point", "set schedule cosin"] {
      var player = try Player()
      player.type(line)
      player.press("enter")
      #expect(player.line?.text == line)
      #expect(player.state.notice?.tone == .warning)
      #expect(player.state.experiment == .small)
    }
    var player = try Player()
    player.type("set steps 5000")
    player.press("enter", "backspace", "backspace", "backspace", "enter")
    #expect(player.line == nil && player.state.experiment.sampler.steps == 5)
    player.type("load nothing.csv")
    player.press("enter")
    #expect(player.line == nil)
    player.perform(.line(.refused(line: "load nothing.csv", "there is no such file")))
    #expect(player.line?.text == "load nothing.csv")
  }

  @Test("a long reason is read to its end", arguments: [(80, 24), (120, 40)])
  func reasonsAreWhole(columns: Int, rows: Int) throws {
    var player = try Player(size: Size(columns: columns, rows: rows))
    player.type("xxxxxxxxxxxx")
    player.press("enter")
    let reason = try #require(player.state.notice?.text)
    #expect(reason.count > 3 * (columns / 2))
    for word in reason.split(separator: " ") {
      #expect(player.picture.contains(word), "\(word)")
    }
  }

  @Test(
    "the keys of shells move in the line and erase",
    arguments: [
      (["left", "left", "x"], "set schedule cosixne"),
      (["home", "x"], "xset schedule cosine"), (["ctrl-a", "right", "x"], "sxet schedule cosine"),
      (["ctrl-a", "left", "end", "right", "x"], "set schedule cosinex"),
      (["home", "ctrl-e", "x"], "set schedule cosinex"),
      (["ctrl-w"], "set schedule "), (["ctrl-w", "ctrl-w", "ctrl-w", "ctrl-w"], ""),
      (["left", "ctrl-w"], "set schedule e"), (["shift-left", "backspace"], "set schedulecosine"),
      (["shift-left", "shift-left", "shift-right", "x"], "set schedulex cosine"),
      (["shift-left", "ctrl-u"], "cosine"), (["shift-left", "ctrl-k"], "set schedule "),
      (["home", "delete", "ctrl-d"], "t schedule cosine"), (["delete"], "set schedule cosine"),
      (["home", "backspace"], "set schedule cosine"),
    ])
  func theLineIsEdited(keys: [String], text: String) throws {
    var player = try Player()
    player.type("set schedule cosine")
    for key in keys { player.press(key) }
    #expect(player.line?.text == text)
  }

  @Test("the cursor is seen, in the middle and in a line longer than its row")
  func theCursorIsSeen() throws {
    var player = try Player(size: Size(columns: 40, rows: 12))
    player.type("abc")
    player.press("left")
    let picture = ScreenPicture.draw(state: player.state, glyphs: .braille)
    #expect(picture[4, 11] == Cell("c", .selected) && picture[5, 11] == .blank)
    player.press("end")
    for _ in 0..<30 { player.write("xyz") }
    player.press("home")
    let start = ScreenPicture.draw(state: player.state, glyphs: .braille)
    #expect(start[2, 11] == Cell("a", .selected))
    player.press("end")
    let end = ScreenPicture.draw(state: player.state, glyphs: .braille)
    #expect((0..<40).contains { end[$0, 11] == Cell(" ", .selected) })
  }

  @Test("tab goes through the suggestions, shift-tab back, and the next one in line is shown first")
  func suggestionsAreGoneThrough() throws {
    var player = try Player()
    player.type("view gro")
    player.press("tab")
    #expect(player.line?.text == "view ground ")
    let values = ViewOptions.Ground.allCases.map(\.rawValue)
    for value in values {
      player.press("tab")
      #expect(player.line?.text == "view ground \(value)")
      let rows = player.picture.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(rows[38].hasPrefix("  \(value) "))
    }
    player.press("tab", "shift-tab")
    #expect(player.line?.text == "view ground \(values[values.count - 1])")
    player.press("shift-tab", "enter")
    #expect(player.state.view.ground.rawValue == values[values.count - 2])
    player.type("draw")
    player.press("tab")
    #expect(player.line?.text == "draw stroke")
  }

  @Test("suggestions begin with what is typed, and every command can be reached by them")
  func suggestionsGoOn() throws {
    let state = try Player().state
    for command in Command.all {
      for length in 0...command.name.count {
        var line = LineEditor()
        line.text = String(command.name.prefix(length))
        let lines = line.suggestions(in: state).map(\.line)
        #expect(lines.contains(command.name))
        #expect(lines.allSatisfy { $0.hasPrefix(line.text) })
      }
    }
  }

  @Test("the line and its suggestions stay within their rows", arguments: PanelsFixture.sizes)
  func theOverlayKeepsItsPlace(size: Size) throws {
    for text in ["", "set ", "set schedule ", String(repeating: "x", count: 150)] {
      var player = try Player(size: size)
      let before = ScreenPicture.draw(state: player.state, glyphs: .braille)
      player.type(text)
      let after = ScreenPicture.draw(state: player.state, glyphs: .braille)
      let changed = (0..<max(0, size.rows - 2)).filter { row in
        (0..<size.columns).contains { before[$0, row] != after[$0, row] }
      }
      #expect(changed.isEmpty)
    }
  }

  @Test("a long random walk over all commands never traps and can be undone", arguments: 1...2)
  func walk(seed: Int) throws {
    var player = try Player()
    var stream = RandomStream(seed: UInt64(seed))
    let numbers = ["0", "1", "7", "-3", "0.5", "100000", "1e9", "x"]
    for _ in 0..<150 {
      guard let command = Command.all.randomElement(using: &stream), command.name != "quit" else {
        continue
      }
      let choices = command.choices(player.state) + numbers
      let value = command.value == nil ? "" : choices.randomElement(using: &stream) ?? ""
      // A crowd of a hundred thousand would only take its time.
      if command.name == "set particles" && value == "100000" { continue }
      player.perform(.overlay(.back), .overlay(.back))
      player.type("\(command.name) \(value)")
      player.press("enter")
      player.wait(1.0 / 30, work: 200)
      #expect(player.state.frame.points.count == player.state.experiment.particles)
    }
    player.perform(.overlay(.back), .overlay(.back))
    while player.state.history.canUndo { player.perform(.experiment(.undo)) }
    #expect(player.state.experiment == .small)
  }
}
