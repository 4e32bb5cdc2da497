import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Latent pictures on the screen")
struct LatentScreenTests {
  /// A state with parts that have made some steps each.
  static func state(
    _ settings: LatentSettings = LatentSettings(), size: Size = Size(columns: 120, rows: 40)
  ) throws -> AppState {
    var experiment = Experiment.small
    experiment.methodSpecification = MethodSpecification(settings)
    experiment.distribution = .named(.digits)
    experiment.model.kind = .learned
    experiment.sampler = SamplerSpecification(kind: .ddim, steps: 4)
    var trainer = LatentTrainer(
      settings, training: TrainingSpecification(batch: 16), iterations: 2, seed: experiment.seed)
    for _ in trainer.stages { for _ in 0..<2 { _ = trainer.step() } }
    return try AppState(experiment: experiment, weights: trainer.weights, size: size)
  }

  @Test("the picture under the cross is that of its place, and another where the plane is moved")
  func place() throws {
    var state = try Self.state()
    let weights = try #require(state.latentWeights)
    let room = Rect(x: 0, y: 0, width: 40, height: 12)
    var seen: [[Float]] = []
    for move in [0, 3] {
      _ = state.update(.plane(.pan(columns: move, rows: 0)))
      let moment = PlaneMoment(state, room: room, for: [])
      let place = moment.space.place(atColumn: 20, row: 6)
      let picture = try #require(weights.pictures(at: [place]).first)
      seen.append(picture)
      var surface = Surface(size: room.size, glyphs: .braille)
      PlaceUnderCross.draw(moment, on: &surface)
      var expected = Surface(size: room.size, glyphs: .braille)
      PictureTiles.draw(
        picture, PictureSource.digits.shape, on: &expected,
        at: Rect(x: 22, y: 4, width: 8, height: 4))
      for row in 0..<12 {
        for column in 21..<40 { #expect(surface[column, row] == expected[column, row]) }
      }
      #expect(surface[20, 6].unicodeScalar == surface.glyphs.cross)
    }
    #expect(seen[0] != seen[1])
  }

  @Test("panels show what comes back of real pictures, and which words they are near to")
  func panels() throws {
    var state = try Self.state()
    for (panel, word) in [(Panel.coding, "error "), (.matching, "found ")] {
      #expect(panel.absence(state) == nil)
      _ = state.update(.panels(.show(panel)))
      let text = ScreenPicture.draw(state: state, glyphs: .braille).plainText
      #expect(text.contains(panel.title) && text.contains(word))
    }
    let other = try AppState(experiment: .small, size: Size(columns: 80, rows: 24))
    #expect(Panel.coding.absence(other)?.contains("latent") == true)
  }

  @Test("each way to latents runs from a start to its end", arguments: LatentMaker.allCases)
  func ways(generator: LatentMaker) throws {
    var state = try Self.state(LatentSettings(generator: generator, cascade: 0.2))
    let model = try #require(state.stage.model as? LatentModel)
    let film = try #require(model.film)
    // The cloud ends where the film does: its first latents are the same samples.
    let run = model.generation(
      from: state.stage.method.start(in: state.stage.laboratory), in: state.stage.laboratory)
    let end = (0..<run.steps).reduce(SamplingState(run.start)) { run.advance($0, $1) }
    #expect(end.points.count == state.experiment.particles)
    let frames = (0...run.steps).map { film.pictures(after: $0) }
    #expect(frames.count == 5 && frames.allSatisfy { $0.count == LatentFilm.count })
    #expect(film.large.allSatisfy { $0.count == 4 * 192 } && !film.large.isEmpty)
    let last = try #require(model.firstPictures(in: state.stage.laboratory))
    #expect(zip(last.joined(), frames[run.steps].joined()).allSatisfy { abs($0 - $1) < 1e-3 })
    _ = state.update(.time(.step(1)))
    #expect(!ScreenPicture.draw(state: state, glyphs: .braille).plainText.isEmpty)
  }

  @Test("a sampler that asks the network for nothing makes its steps like any other")
  func idleSampler() throws {
    var player = Player(from: try Self.state())
    for line in [
      "set sampler langevin", "set predictor none", "set corrections 0", "direction reverse",
      "start", "play",
    ] { try player.say(line) }
    for _ in 0..<40 { _ = player.state.update(.time(.tick(seconds: 0.25, work: 1_000_000))) }
    #expect(player.state.experiment.sampler.options.corrections == 0)
    #expect(player.state.frame.step > 0)
  }

  @Test("commands choose the way and the noise on what the cascade is told, and undo takes it back")
  func commands() throws {
    var player = Player(from: try Self.state())
    try player.say("set generator autoregressive")
    try player.say("set cascade 0.3")
    func settings() -> LatentSettings? { player.state.experiment.methodSettings as? LatentSettings }
    #expect(settings()?.generator == .autoregressive && settings()?.cascade == 0.3)
    player.press("u", "u")
    #expect(settings()?.generator == .diffusion && settings()?.cascade == nil)
    try player.say("paint 0.5 -1 0.4")
    try player.say("paint 1 1 0.3")
    guard case .painted(let discs)? = settings()?.region else {
      Issue.record("nothing is painted")
      return
    }
    #expect(discs.map(\.radius) == [0.4, 0.3])
    #expect(player.state.training.steps > 0)
    try player.say("set region seven")
    #expect(settings()?.region == .subject("seven"))
    #expect(PlaneLayer.askedRegion.isThere(player.state))
    #expect(player.state.training.steps > 0)
    let wrong = [
      "set region sevn", "paint 1 2", "paint 1 2 x", "paint nan 0 1", "set generator gan",
      "set cascade 2", "set cascade much", "erase nan nan", "erase 1", "erase 0 0",
    ]
    for line in wrong {
      #expect(throws: (any Error).self) { try player.command(line) }
    }
  }
}
