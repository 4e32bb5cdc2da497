import Diffusion
import Foundation
import Synchronization
import Testing
import TextScreen

@testable import Interface

/// As many actions as STIPPLE_ACTIONS says, from the seed STIPPLE_SEED on. Where a number is asked for,
/// what took longest is told.
@Suite("Random actions with random arguments on random states")
struct ActionTrialTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let asked = environment["STIPPLE_ACTIONS"].flatMap { Int($0) }
  private static let actions = asked ?? 800
  private static let firstSeed = environment["STIPPLE_SEED"].flatMap { UInt64($0) } ?? 1
  /// The actions on one screen.
  private static let each = 80
  /// The screens of one case: so few cases that a great many actions can be asked for.
  private static let screens = max(1, actions / each / 100)

  /// What was done so far in all cases, and what took longest.
  private struct Tally {
    var actions = 0
    var update = ActionTrial.Longest()
    var drawing = ActionTrial.Longest()
  }

  private static let tally = Mutex(Tally())

  /// Small experiments of every method: data, model, prior, sampler and size differ.
  private static let starts: [Experiment] = {
    var experiments: [Experiment] = []
    for (kind, sampler, steps) in [
      (ModelSpecification.Kind.exact, Sampler.ddpm, 12), (.learned, .ddim, 5),
      (.learned, .dpmpp2m, 9),
    ] {
      var experiment = Experiment.tiny
      experiment.model.kind = kind
      experiment.sampler = SamplerSpecification(kind: sampler, steps: steps)
      experiments.append(experiment)
    }
    for (arrangement, sampler) in [(Arrangement.opposite, Sampler.flowEuler), (.aligned, .ode)] {
      if let transport = try? Experiment.transport(arrangement, sampler: sampler, particles: 20) {
        experiments.append(transport)
      }
    }
    return experiments + Experiment.tinyOfOtherMethods
  }()

  private static let presets = starts.enumerated().map { index, experiment in
    PresetEntry(name: "start-\(index)", summary: "", content: .success(experiment))
  }

  @Test func everyMethodIsAmongThem() {
    let methods = Set(Self.starts.map(\.method.id))
    #expect(methods == Set(Method.allCases.map(\.id)))
  }

  @Test(
    "never trap, keep the laws of the state, and can all be undone",
    arguments: 0..<((actions + each * screens - 1) / (each * screens)))
  func keepTheLaws(number: Int) throws {
    for screen in 0..<Self.screens {
      try tryScreen(seed: Self.firstSeed &+ UInt64(number * Self.screens + screen))
    }
    if Self.asked == nil { return }
    let tally = Self.tally.withLock { $0 }
    print(
      "\(tally.actions) actions, longest \(tally.update.seconds) s \(tally.update.deed), drawing"
        + " \(tally.drawing.seconds) s after \(tally.drawing.deed)")
  }

  private func tryScreen(seed: UInt64) throws {
    let experiment = Self.starts[Int(seed % UInt64(Self.starts.count))]
    var trial = try ActionTrial(experiment, seed: seed, presets: Self.presets, isSmall: true)
    for _ in 0..<Self.each where trial.broken.isEmpty { trial.step() }
    Self.tally.withLock { tally in
      tally.actions += Self.each
      let (update, drawing) = (trial.longestUpdate, trial.longestDrawing)
      tally.update.note(update.seconds, "\(update.deed), seed \(seed)")
      tally.drawing.note(drawing.seconds, "\(drawing.deed), seed \(seed)")
    }
    let broken = trial.broken
    if !broken.isEmpty {
      let deeds = trial.shrunk { !$0.broken.isEmpty }
      Issue.record("seed \(seed): \(broken) after \(deeds)")
      return
    }
    let done = trial
    if !trial.undoesEverything() {
      let deeds = done.shrunk { !$0.undoesEverything() }
      Issue.record("seed \(seed): undo does not give the start after \(deeds)")
    }
  }

  @Test func theSameSeedDoesTheSame() throws {
    let trials = try (0..<2).map { _ in
      var trial = try ActionTrial(Self.starts[1], seed: 5, presets: Self.presets, isSmall: true)
      for _ in 0..<60 { trial.step() }
      return trial
    }
    #expect(trials[0].deeds.map(\.words) == trials[1].deeds.map(\.words))
    let again = try trials[0].replayed(trials[0].deeds)
    #expect(again.state.history.present == trials[0].state.history.present)
    #expect(again.state.frame.points == trials[0].state.frame.points)
  }

  @Test func whatBreaksALawIsFoundAmongManyDeeds() throws {
    var trial = try ActionTrial(Self.starts[0], seed: 9, presets: Self.presets, isSmall: true)
    for _ in 0..<30 { trial.step() }
    let before = trial.state.size
    trial.take(.resize(Size(columns: 123, rows: 45)))
    for _ in 0..<3 { trial.take(.draw) }
    #expect(before.columns != 123)
    #expect(trial.shrunk { $0.state.size.columns == 123 } == ["size 123x45"])
  }
}

extension Experiment {
  fileprivate static var tiny: Experiment {
    var experiment = Experiment(
      schedule: ScheduleSpecification(timesteps: 40, beta: .init(0.0025, 0.5)),
      model: ModelSpecification(network: NetworkSpecification(hidden: [8])), particles: 24)
    experiment.training.batch = 16
    return experiment
  }

  /// One of every other method, on a schedule of a few steps where it can run on that.
  fileprivate static var tinyOfOtherMethods: [Experiment] {
    Method.allCases.compactMap { method in
      [tiny.schedule, Experiment().schedule].lazy.map { of(method, on: $0) }.first { experiment in
        (try? AppState(experiment: experiment, size: Size(columns: 80, rows: 24))) != nil
      }
    }
  }

  private static func of(_ method: Method, on schedule: ScheduleSpecification) -> Experiment {
    var experiment = tiny
    experiment.schedule = schedule
    experiment.methodSpecification = MethodSpecification(method)
    if method.refusal(of: experiment.sampler.kind) != nil, let sampler = method.samplers.first {
      experiment.sampler = SamplerSpecification(kind: sampler, steps: 6)
    }
    return experiment
  }
}
