import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The conditional picture") struct ConditionalPictureTests {
  private static func player(size: Size = Size(columns: 120, rows: 40)) throws -> Player {
    var player = try Player(size: size)
    player.press("space")
    try player.say("time 0.4")
    player.arrive()
    player.press("&")
    return player
  }

  private static func rows(_ player: Player) -> [String] {
    ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
      .split(separator: "\n").map(String.init)
  }

  @Test("Its key shows the picture and its panel, where the sum of all ways is the field")
  func panel() throws {
    for (arrows, word) in [("velocity", "velocity"), ("score", "score")] {
      var player = try Self.player()
      try player.say("conditional at 0.9 0.35")
      try player.say("conditional arrows \(arrows)")
      try player.say("panel conditional")
      let rows = Self.rows(player)
      let vector = { (name: String) throws -> String in
        let row = try #require(rows.first { $0.contains("│ \(name) ") && $0.contains("(") })
        let open = try #require(row.lastIndex(of: "("))
        let close = try #require(row.lastIndex(of: ")"))
        return String(row[open...close])
      }
      #expect(try vector("sum") == vector(word))
      let reading = try #require(ConditionalReading(player.state))
      let whole = reading.arrow(reading.marginal)
      #expect((reading.sum - whole).length < 1e-12 * (1 + whole.length))
      #expect(reading.longest >= whole.length)
    }
  }

  @Test("Keys of the panel move the place and choose the end; the particle stays")
  func keys() throws {
    var player = try Self.player()
    try player.say("panel conditional")
    let (query, particle) = (player.state.conditionalQuery, player.state.particle)
    player.press("right", "up", "up")
    let moved = player.state.conditionalQuery - query
    #expect(moved.x > 0 && abs(moved.y - 2 * moved.x) < 1e-12)
    #expect(player.state.particle == particle)
    player.press("-")
    #expect(player.state.view.conditional.end == 7)
    player.press("+", "+")
    #expect(player.state.view.conditional.end == 1)
    player.press("enter")
    let reading = try #require(ConditionalReading(player.state))
    #expect(reading.chosen?.end == reading.strongest.first?.end)
    player.press("v")
    #expect(player.state.view.conditional.arrows == .score && player.state.view.field == .exact)
  }

  @Test("A click takes another place apart, a drag moves it; without the picture neither does")
  func mouse() throws {
    var player = try Self.player()
    let room = ScreenLayout(player.state).plane.inset(by: 1)
    let particle = player.state.particle
    let (column, row) = (room.x + 12, room.y + 9)
    player.perform(.mouse(Mouse(.press, column: column, row: row)))
    player.perform(.mouse(Mouse(.release, column: column, row: row)))
    let space = PlaneSpace(player.state, room: room)
    #expect(player.state.conditionalQuery == space.place(atColumn: column, row: row))
    #expect(player.state.particle == particle)
    let camera = player.state.view.camera
    player.perform(.mouse(Mouse(.press, column: column, row: row)))
    player.perform(.mouse(Mouse(.drag, column: column + 6, row: row + 2)))
    player.perform(.mouse(Mouse(.release, column: column + 6, row: row + 2)))
    let there = space.place(atColumn: column + 6, row: row + 2)
    #expect((player.state.conditionalQuery - there).length < 1e-9)
    #expect(player.state.view.camera == camera)
    player.press("&")
    player.perform(.mouse(Mouse(.press, column: column, row: row)))
    player.perform(.mouse(Mouse(.release, column: column, row: row)))
    #expect((player.state.conditionalQuery - there).length < 1e-9)
  }

  @Test("Film has three rows: draws of the way, its own flow, and the run")
  func film() throws {
    var player = try Self.player()
    try player.say("direction reverse")
    player.press("end")
    player.arrive()
    try player.say("conditional end 2")
    try player.say("panel plane")
    player.press("f")
    player.wait(1)
    let film = try #require(player.state.conditionalFilm)
    let moments = player.state.film
    #expect(film.samples.count == moments.count && film.flow.count == moments.count)
    #expect(moments.allSatisfy { $0.points != nil })
    let end = player.state.stage.laboratory.mixture.components[2]
    for (points, moment) in zip(film.flow, moments) where moment.level.isClean {
      let mean = points.reduce(Point.zero, +) / Double(points.count)
      #expect((mean - end.mean).length < 0.1, "the flow arrives at its end")
    }
    // Draws are fresh at every moment, the flow's points are the same ones.
    #expect(film.samples[0] != film.flow[0])
    let text = Self.rows(player).joined(separator: "\n")
    for words in ["samples of p_t(x | x0), x0 = 2", "the conditional ODE", "the marginal"] {
      #expect(text.contains(words), "\(words)")
    }
    let before = film.flow
    player.press("left")
    player.wait(0.2)
    #expect(player.state.conditionalFilm?.flow == before, "time alone changes no film")
    player.press("&")
    #expect(player.state.conditionalFilm == nil && player.state.film.count > moments.count)
  }

  @Test("Scripts say it, and what is said leads back to the same picture")
  func script() throws {
    var player = try Self.player()
    try player.say("conditional at 0.25 -0.75")
    try player.say("conditional end 5")
    try player.say("conditional arrows score")
    var again = try Player()
    for line in player.state.script { try again.say(line) }
    again.arrive()
    #expect(again.state.view.conditional == player.state.view.conditional)
    #expect(again.state.view.shows(.conditional))
    let refusals = [("conditional end 8", "from 0 to 7"), ("conditional at 1", "no place")]
    for (line, words) in refusals {
      #expect { try Command.actions(for: line, in: player.state) } throws: {
        "\($0)".contains(words)
      }
    }
  }

  @Test("A transport has it too, and where nothing is known exactly the reason is said")
  func methods() throws {
    var player = try Player.transport(.opposite)
    player.press("&")
    #expect(player.state.view.shows(.conditional))
    let reading = try #require(ConditionalReading(player.state))
    #expect((reading.sum - reading.arrow(reading.marginal)).length < 1e-9)
    var other = Experiment.small
    other.methodSpecification = MethodSpecification(.inverseCDF)
    var without = try Player(other)
    without.press("&")
    #expect(!without.state.view.shows(.conditional))
    #expect(without.state.notice?.text.contains("no conditional path") == true)
  }
}
