import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Who performs what a state asks for")
struct EffectPerformerTests {
  /// Takes down what it is asked for.
  private struct Recorder: EffectPerformer {
    var clock: ContinuousClock?
    var commands: [String] = []
    var jobs: [Job] = []

    mutating func startTraining(_ trainer: any TrainingProcess, isPaused: Bool) {
      commands.append(isPaused ? "start paused" : "start")
    }
    mutating func pauseTraining() { commands.append("pause") }
    mutating func resumeTraining() { commands.append("resume") }
    mutating func changeTraining(_ settings: TrainingSpecification) { commands.append("change") }
    mutating func submit(_ job: Job) { jobs.append(job) }
  }

  private static let others: [Effect] = [
    .load("a.csv"), .saveText("a", name: "b", ending: "c", noun: "d"), .savePreset(.small),
    .savePoints([], labels: nil, name: "a"), .shareLine(.small, script: []), .suspend, .repaint,
    .quit,
  ]

  @Test func filesAndTheTerminalAreTheBusinessOfOthers() {
    var recorder = Recorder()
    let taken = Self.others.filter { recorder.perform($0) }
    #expect(taken.isEmpty)
    #expect(recorder.commands.isEmpty && recorder.jobs.isEmpty)
    let answered = Self.others.filter { FileKeeper.nowhere.answer(to: $0) { _ in "" } != nil }
    #expect(answered.count == 5, "all but the terminal's and the end")
  }

  @Test func trainingIsPausedResumedAndChangedAsAsked() {
    var recorder = Recorder()
    let effects: [Effect] = [
      .pauseTraining, .resumeTraining, .changeTraining(TrainingSpecification()),
    ]
    let isAllTaken = effects.allSatisfy { recorder.perform($0) }
    #expect(isAllTaken && recorder.jobs.isEmpty)
    #expect(recorder.commands == ["pause", "resume", "change"])
  }

  @Test func workIsDoneForItsSideAndOfOneKindAtATime() throws {
    var experiment = Experiment.small
    experiment.model.kind = .exact
    let state = try AppState(experiment: experiment, size: Size(columns: 120, rows: 40))
    var (first, second) = (state, state)
    var offscreen = OffscreenWork()
    let effects = first.update(.time(.tick(seconds: 1.0 / 30, work: .max)))
    var recorder = Recorder()
    let isAllTaken = effects.allSatisfy { recorder.perform($0) && offscreen.perform($0) }
    #expect(isAllTaken)
    #expect(recorder.jobs.map(\.kind) == [.measuring] && recorder.jobs[0].side == .a)
    // It waits to be made; the same, asked for again, takes its place.
    let early = offscreen.answers()
    #expect(early.isEmpty)
    for effect in second.update(.time(.tick(seconds: 1.0 / 30, work: .max))) {
      _ = offscreen.perform(effect)
    }
    let (once, again) = (offscreen.measure(), offscreen.measure())
    #expect(once.count == 1 && again.isEmpty)
  }

  @Test func whereNoTimeIsToBeSeenWorkTakesNone() throws {
    var state = try AppState(experiment: .small, size: Size(columns: 120, rows: 40))
    _ = state.update(.time(.toggleDirection))
    _ = state.update(.time(.goToEnd))
    let effects = state.update(.time(.tick(seconds: 1.0 / 30, work: 1)))
    var offscreen = OffscreenWork()
    for effect in effects { _ = offscreen.perform(effect) }
    let seconds = offscreen.answers().compactMap { answer -> Double? in
      if case .time(.simulated(_, let seconds)) = answer { seconds } else { nil }
    }
    #expect(seconds == [0])
  }
}
