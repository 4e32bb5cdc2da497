import Diffusion
import Testing
import TextScreen

@testable import Interface

/// The thread that draws never does work that nobody can tell the length of. Time is not looked at:
/// what models are asked on it is counted.
@Suite("No action, frame or drawing asks models without a bound")
struct BoundedFrameTests {
  /// The most answers of one deed. A shaded ground may ask 1.5 million Gaussians, and so may a map of
  /// the network's error on top of it.
  private static let bound = 4_000_000

  /// A screen whose work beside it is done at once, and what was asked on its own thread.
  private struct Screen {
    var state: AppState
    var most = (deed: "", answers: 0)
    var simulations = 0
    /// How many calls of its model a frame is said to afford.
    var work = 4000

    init(_ experiment: Experiment) throws {
      state = try AppState(experiment: experiment, size: Size(columns: 100, rows: 30))
      for effect in state.begin() { perform(effect) }
    }

    mutating func play(_ line: String, frames: Int = 2) {
      let actions = (try? Command.actions(for: line, in: state)) ?? []
      for action in actions where state.obstacle(to: action) == nil {
        take(action, as: "\(line): taken in")
      }
      for _ in 0..<frames {
        take(.time(.tick(seconds: 1.0 / 30, work: work)), as: "\(line): frame")
        watch("\(line): drawn") { _ = ScreenPicture.draw(state: $0, glyphs: .braille) }
      }
    }

    private mutating func take(_ action: Action, as deed: String) {
      var effects: [Effect] = []
      watch(deed) { effects = $0.update(action) }
      for effect in effects { perform(effect) }
    }

    private mutating func watch(_ deed: String, _ work: (inout AppState) -> Void) {
      let watch = WorkWatch()
      watch.during { work(&state) }
      let answers = watch.progress.answers
      if answers > most.answers { most = (deed, answers) }
    }

    private mutating func perform(_ effect: Effect) {
      switch effect {
      case .startTraining(var trainer, _):
        _ = trainer.step()
        take(
          .training(.trained(TrainingReport(trainer: trainer), stepsPerSecond: 1)), as: "training")
      case .simulate(let simulation):
        simulations += 1
        take(.time(.simulated(simulation.performed(), seconds: 0)), as: "answer")
      case .measureFilm(let motion): take(.plane(.filmMeasured(motion.performed())), as: "answer")
      case .match(let pairs): take(.time(.matched(pairs.performed())), as: "answer")
      case .redraw(let redraw):
        take(.trainingTime(.redrawn(redraw.points(), of: redraw)), as: "answer")
      default: break
      }
    }
  }

  private static var few: Experiment {
    var experiment = Experiment()
    experiment.particles = 100
    experiment.model.network.hidden = [8]
    return experiment
  }

  @Test(
    "in what took seconds once",
    arguments: [
      ["set schedule constant", "set path shifted-vp", "view film on", "set repair lift"],
      ["model learned", "set sampler ode", "direction reverse", "view film on", "view lobes on"],
      [
        "set prior opposite", "model learned", "direction reverse", "view film on",
        "compare ode sde",
      ],
      ["draw", "draw stroke -2 -2 2 2 2 -2 -2 2", "draw use", "view film on", "view lobes on"],
      ["set prior opposite", "set coupling optimal-transport", "view film on", "end"],
      ["compare ode ddim", "direction reverse", "end", "start", "end"],
    ])
  func knownLines(lines: [String]) throws {
    var screen = try Screen(Self.few)
    for line in lines { screen.play(line, frames: 3) }
    #expect(screen.most.answers < Self.bound, "\(screen.most)")
    #expect(screen.most.answers > 0)
  }

  @Test("in lines by chance", arguments: 1...4)
  func anyLines(seed: UInt64) throws {
    var screen = try Screen(Self.few)
    var lines = RandomLines(seed: seed)
    for _ in 0..<60 {
      // A run over very many particles is the same, only slow to test.
      let line = lines.line(in: screen.state)
      if line.hasPrefix("set particles") || line.hasPrefix("preset") { continue }
      screen.play(line)
    }
    #expect(screen.most.answers < Self.bound, "\(screen.most)")
  }

  /// Calls were cheap on the run before, and each of these asks for more of them or for dearer ones.
  @Test(
    "on a run that is dearer than the one that a frame's calls were learned on",
    arguments: [
      ["set particles 20000", "word HELLO WORLD"],
      ["set particles 2000", "set sampler langevin", "set corrections 1000"],
      ["set particles 20000", "word HELLO WORLD", "prompt H", "set guidance weight 2"],
      ["set particles 20000", "set prior opposite", "set solver sde", "word WWWW"],
    ])
  func dearerRuns(lines: [String]) throws {
    var experiment = Self.few
    experiment.model.kind = .exact
    experiment.sampler.steps = 20
    var screen = try Screen(experiment)
    screen.work = 10_000_000
    screen.play("loop off")
    screen.play("direction reverse")
    for line in lines + ["start", "end", "start", "play"] { screen.play(line) }
    #expect(screen.most.answers < Self.bound + FrameBudget.mostAnswers, "\(screen.most)")
    #expect(screen.state.stage.reach(.reverse) > 0)
  }

  @Test("where what is shown is an integral over many Gaussians", arguments: [true, false])
  func integrals(ofLevels: Bool) throws {
    var experiment = Self.few
    experiment.model.kind = .exact
    experiment.sampler = SamplerSpecification(
      kind: .ddpm, steps: 20, options: SamplerOptions(variance: .optimal))
    if ofLevels {
      experiment.methodSpecification = MethodSpecification(
        HierarchicalVAESettings(levels: 4, encoder: .fixed))
    }
    var screen = try Screen(experiment)
    screen.work = 10_000_000
    screen.play("loop off")
    for line in ["word HELLO WORLD", "panel particle", "direction reverse", "step 1", "play"] {
      screen.play(line)
    }
    #expect(screen.most.answers < Self.bound + FrameBudget.mostAnswers, "\(screen.most)")
    #expect(screen.most.answers > 0 && screen.simulations > 0)
  }

  @Test("the adaptive solver works beside the screen, whatever a frame can afford")
  func adaptiveStepsAreMadeBeside() throws {
    var experiment = Self.few
    experiment.sampler = SamplerSpecification(kind: .ode, steps: 10)
    var state = try AppState(experiment: experiment, size: Size(columns: 100, rows: 30))
    _ = state.begin()
    _ = state.update(.time(.toggleDirection))
    for action in [
      Action.time(.tick(seconds: 0.1, work: 10_000_000)), .time(.goToEnd), .time(.togglePlay),
    ] {
      _ = state.update(action)
      #expect(state.stage.reach(.reverse) == 0)
    }
    #expect(state.simulation.isRunning)
  }

  @Test("a film is filled beside the screen, without anybody pressing play")
  func filmsAreFilled() throws {
    var experiment = Self.few
    experiment.sampler = SamplerSpecification(kind: .ode, steps: 10)
    var screen = try Screen(experiment)
    for line in ["direction reverse", "pause", "start", "view film on"] { screen.play(line) }
    for _ in 0..<20 { screen.play("view film on") }
    #expect(screen.state.stage.reach(.reverse) == 10)
    #expect(screen.state.film.allSatisfy { $0.points != nil })
  }

  @Test("a step that takes long is told of, and escape calls it off")
  func longStepsAreCalledOff() throws {
    var experiment = Self.few
    experiment.sampler = SamplerSpecification(kind: .ode, steps: 4)
    var state = try AppState(experiment: experiment, size: Size(columns: 120, rows: 40))
    _ = state.begin()
    _ = state.update(.time(.toggleDirection))
    let effects = state.update(.time(.tick(seconds: 0.03, work: 4000)))
    let simulation = try #require(
      effects.compactMap { effect -> Simulation? in
        if case .simulate(let simulation) = effect { simulation } else { nil }
      }.first)
    let picture = { ScreenPicture.draw(state: state, glyphs: .ascii).plainText }
    #expect(!picture().contains("esc stops"))
    for _ in 0..<40 { _ = state.update(.time(.tick(seconds: 0.03, work: 4000))) }
    #expect(picture().contains("step 1 0 % solved, esc stops"))
    // As wide as the plane is on 80 x 24.
    #expect(PlaneCaption(state, glyphs: .ascii).variant(fitting: 46) == "0 %, esc stops")
    _ = state.update(.overlay(.back))
    #expect(simulation.watch.isCalledOff && !state.simulation.isRunning)
    #expect(!state.playback.isPlaying && picture().contains("called off"))
    _ = state.update(.time(.simulated(simulation.performed(), seconds: 0)))
    #expect(state.stage.reach(.reverse) == 0)
    _ = state.update(.time(.togglePlay))
    _ = state.update(.time(.tick(seconds: 0.03, work: 4000)))
    #expect(state.simulation.isRunning)
  }

  @Test("a run that is replaced, and a study that is called off, are worked on no longer")
  func replacedWorkIsCalledOff() throws {
    var experiment = Self.few
    experiment.sampler = SamplerSpecification(kind: .ode, steps: 4)
    experiment.model.kind = .exact
    var state = try AppState(experiment: experiment, size: Size(columns: 120, rows: 40))
    _ = state.begin()
    _ = state.update(.time(.toggleDirection))
    _ = state.update(.studies(.toggle(.budget)))
    var watches: [WorkWatch] = []
    for effect in state.update(.time(.tick(seconds: 0.03, work: 4000))) {
      switch effect {
      case .simulate(let simulation): watches.append(simulation.watch)
      case .study(let request): watches.append(request.watch)
      default: break
      }
    }
    #expect(watches.count == 2)
    _ = state.update(.experiment(.reseed))
    #expect(watches.allSatisfy { $0.isCalledOff })
  }
}
