import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Random walks on the plane") struct WalkTests {
  @Test("Walkers make the steps that are asked for, whatever a frame can afford")
  func steps() throws {
    var patient = try Player(.small)
    for line in ["pause", "walk langevin 0.01 1", "walk from 1 0", "walk on 2000"] {
      try patient.say(line)
    }
    var slow = patient
    patient.perform(.time(.tick(seconds: 0, work: .max)))
    #expect(patient.state.view.walk?.steps == 2000 && !patient.state.isWalking)
    var frames = 0
    while slow.state.isWalking {
      #expect(slow.state.isMoving)
      slow.perform(.time(.tick(seconds: 1.0 / 30, work: 4000)))
      frames += 1
    }
    #expect(frames > 3)
    #expect(slow.state.view.walk?.walkers == patient.state.view.walk?.walkers)
  }

  @Test("Also on a narrow plane it is said what they do", arguments: [80, 120])
  func legend(columns: Int) throws {
    for (line, words) in [
      ("walk langevin 0.01 1", ["step 0.01", "noise 1", "spread"]),
      ("walk ou 1 1.4", ["θ 1", "σ 1.4", "limit", "spread"]),
    ] {
      var player = try Player(.small, size: Size(columns: columns, rows: 24))
      try player.say("pause")
      try player.say(line)
      let text = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
      for word in words { #expect(text.contains(word), "\(line): \(word)") }
    }
  }

  @Test("They go on by the clock while the run plays, and rest while it is paused")
  func clock() throws {
    var player = try Player(.small)
    try player.say("walk ou 1 1")
    try player.say("pause")
    player.perform(.time(.tick(seconds: 1, work: .max)))
    #expect(player.state.view.walk?.steps == 0)
    try player.say("play")
    for _ in 0..<10 { player.perform(.time(.tick(seconds: 0.1, work: .max))) }
    #expect(player.state.view.walk.map { abs($0.steps - 30) <= 1 } == true)
    try player.say("walk off")
    #expect(player.state.view.walk == nil)
  }

  @Test("A spring pulls to the origin of the data's own units, also where the run has others")
  func frames() throws {
    var experiment = Experiment.small
    experiment.distribution = .components([
      .init(mean: Point(400, 0), covariance: Covariance(xx: 900, xy: 0, yy: 900), label: "far")
    ])
    experiment.standardize = true
    var player = try Player(experiment)
    for line in ["pause", "walk ou 1 20", "walk from 300 0", "walk on 400"] { try player.say(line) }
    player.perform(.time(.tick(seconds: 0, work: .max)))
    let (mean, spread) = try #require(player.state.view.walk).moments
    // 300 e^-8 = 0.1; the limit is 20 / sqrt 2, of 300 walkers.
    #expect(mean.length < 5 && abs(spread - 14.14) < 2)
    let legend = try #require(WalkLayer.legend(player.state, .braille).last)
    #expect(legend.runs.map(\.text).joined() == "━ limit 14.1")
  }

  @Test(
    "What cannot be walked is refused in words",
    arguments: [
      ("walk on 0", "1 to 10000"), ("walk langevin 0 1", "a step is from"),
      ("walk ou 1", "not 2 numbers"), ("walk ou -1 1", "from 0 to 100"),
      ("walk langevin x 1", "x"),
    ])
  func refusals(_ line: String, _ expected: String) throws {
    var player = try Player(.small)
    let error = #expect(throws: (any Error).self) { try player.say(line) }
    #expect(error.map { "\($0)".contains(expected) } == true, "\(String(describing: error))")
  }
}
