import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Further views of the plane")
struct ViewsTests {
  private func learned() throws -> AppState {
    var state = try PlaneStates.state(Size(columns: 80, rows: 30), model: .learned)
    let trainer = state.stage.laboratory.trainer()
    _ = state.update(.training(.trained(TrainingReport(trainer: trainer), stepsPerSecond: 1)))
    state.playback.isPlaying = false
    return state
  }

  @Test("the exact field has no curl; a turning one has that of its turning")
  func curlsAreRight() throws {
    let mixture = try DistributionSpecification.named(.twoMoons).mixture()
    let level = NoiseLevel(alpha: 0.8, sigma: 0.6)
    let places = (0..<40).map { Point(0.05 * Double($0) - 1, 0.03 * Double($0 % 7)) }
    let model = ExactDenoiser(mixture: mixture)
    let exact = CurlMap.curls(at: places, unit: 1) {
      model.estimates(of: $0, at: level).map(\.noise)
    }
    #expect(exact.allSatisfy { $0 < 1e-3 })
    let turning = CurlMap.curls(at: places, unit: 2) { $0.map { Point(-$0.y, $0.x) / 2 } }
    // The field (−y, x) / 2 turns at the rate 1; over a unit of 2 that is 2.
    #expect(turning.allSatisfy { abs($0 - 2) < 1e-9 })
  }

  @Test("the posterior has the exact model's mean, and many lobes only where noise is large")
  func posteriorsAreRight() throws {
    let mixture = try PlaneStates.state().stage.laboratory.mixture
    for level in [NoiseLevel(alpha: 0.995, sigma: 0.1), NoiseLevel(alpha: 0.4, sigma: 0.9)] {
      let point = Point(0.5, -0.7)
      let posterior = try #require(mixture.posterior(of: point, at: level))
      let clean = mixture.diffused(to: level).estimate(at: point).clean
      #expect((posterior.mean - clean).length < 1e-6)
    }
    let near = try #require(
      mixture.posterior(of: mixture.components[0].mean, at: NoiseLevel(alpha: 0.995, sigma: 0.1)))
    let far = try #require(
      mixture.posterior(of: .zero, at: NoiseLevel(alpha: 0.1, sigma: 0.995)))
    #expect(near.components.count == 1 && far.components.count == mixture.components.count)
    #expect(mixture.posterior(of: .zero, at: .clean) == nil)
  }

  @Test("every view draws on every size and ladder and leaves the frame alone")
  func everyViewDraws() throws {
    var state = try learned()
    _ = state.update(.time(.seekTime(0.5)))
    let plain = PlaneStates.plane(state)
    for line in [
      "view flow streams; view score exact", "view flow tracers; view score learned",
      "view ground energy", "view ground curl", "view lobes on", "view colour decision",
      "view film on",
    ] {
      var seen = state
      for part in line.split(separator: ";") {
        for action in try Command.actions(for: String(part), in: seen) { _ = seen.update(action) }
      }
      for size in PanelsFixture.sizes {
        _ = seen.update(.program(.resized(size)))
        for glyphs in PanelsFixture.ladder { _ = PlaneStates.plane(seen, glyphs: glyphs) }
      }
      _ = seen.update(.program(.resized(state.size)))
      let picture = PlaneStates.plane(seen)
      #expect(picture.plainText != plain.plainText || line == "view colour decision", "\(line)")
      for row in 0..<state.size.rows {
        // The film has no axes of its own.
        let line = plain[0, row].unicodeScalar == "├" ? "│" : plain[0, row].unicodeScalar
        #expect([line, plain[0, row].unicodeScalar].contains(picture[0, row].unicodeScalar))
      }
    }
  }

  @Test("the deepest energy is where the density is highest, a nat a shade")
  func energyFallsWithDensity() throws {
    var state = try PlaneStates.state(
      Size(columns: 60, rows: 32), distribution: PlaneStates.oneGaussian())
    state = PlaneStates.bare(state)
    state.view.ground = .energy
    state.frame.points = []
    let picture = PlaneStates.plane(state)
    let room = PlaneStates.room(state)
    let row = room.y + room.height / 2
    let middle = picture.ground(column: room.x + room.width / 2 + 2, row: row)
    #expect(middle.densityStep == Ink.densitySteps - 1)
    // Two and a half standard deviations from the middle it is three nats higher.
    let edge = picture.ground(column: room.x + 2, row: row)
    #expect(edge.densityStep == Ink.densitySteps - 1 - 3)
  }

  @Test("tracers drift while time goes and stand still when it does not")
  func tracersDrift() throws {
    var player = try Player()
    try player.say("view flow tracers")
    player.press("F", "F", "F")
    player.wait(0.5)
    let before = player.state.playback.drift
    player.press("space")
    player.wait(0.5)
    #expect(before > 0 && player.state.playback.drift == before)
  }

  @Test("a film shows the run from its start to its end, and what has not come yet as such")
  func filmsShowTheRun() throws {
    var player = try Player(size: Size(columns: 80, rows: 24))
    player.press("space", "r")
    player.perform(.time(.goToStart), .plane(.toggleFilm))
    #expect(player.state.film.first?.time == 1)
    #expect(player.state.film.last?.points == nil)
    player.wait(1)
    #expect(player.state.film.count == 8 && player.state.film.allSatisfy { $0.points != nil })
    #expect(player.state.film.dropLast().allSatisfy { ($0.toNext ?? 0) > 0 })
    #expect(player.state.film.last?.toNext == nil)
    let times = player.state.film.map(\.time)
    #expect(times == times.sorted(by: >) && times.last == 0)
    let picture = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
    #expect(picture.contains("t 1.00") && picture.contains("t 0.00"))
    player.press("f")
    #expect(player.state.film.isEmpty)
  }

  @Test("in slow motion the stages light up one after another, then the step is made")
  func stagesLightUp() throws {
    var player = try Player()
    player.press("r", "home", "z")
    var lit: [Int] = []
    for _ in 0..<75 {
      player.wait(1.0 / 15)
      if lit.last != player.state.litStages { lit.append(player.state.litStages) }
    }
    #expect(lit.starts(with: [1, 2, 3, 4]) || lit.starts(with: [2, 3, 4]))
    #expect((1...2).contains(player.state.frame.step))
    player.press("space")
    #expect(player.state.litStages == 4)
  }

  @Test("the circuit shows the numbers of the particle and what goes in, lit or not")
  func theCircuitIsDrawn() throws {
    for state in [try learned(), try PlaneStates.state()] {
      var seen = state
      _ = seen.update(.time(.toggleDirection))
      _ = seen.update(.time(.seek(step: 0)))
      let draw = try #require(PanelsFixture.panels["inspector"])
      for size in [Size(columns: 32, rows: 20), Size(columns: 48, rows: 36)] {
        let text = PanelsFixture.text(draw, seen, size)
        #expect(text.contains("predictor") && text.contains("subtraction gate"))
        #expect(text.contains("x_t ("))
      }
    }
  }
}
