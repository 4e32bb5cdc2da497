import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Sessions played again", .timeLimit(.minutes(5)))
struct ReplayTests {
  /// Keeps what comes, a tenth of a second apart.
  private final class Notes: SessionJournal {
    var events: [TimedEvent] = []

    func note(_ event: SessionEvent) {
      events.append(TimedEvent(event, at: Double(events.count) / 10))
    }
  }

  /// A session that somebody had, and how it began.
  private struct Had {
    let start: AppState
    let end: AppState
    let events: [TimedEvent]
    let terminal: ScriptedTerminal

    var replay: Replay { Replay(start, events: events) }
  }

  private func session(
    _ lines: [ScriptedTerminal.Line], of experiment: Experiment, script: String = "",
    framesPerSecond: Double = 60, files: FileKeeper = .nowhere
  ) throws -> Had {
    let terminal = ScriptedTerminal(lines)
    let start = try AppState(experiment: experiment, size: Size(columns: 80, rows: 24))
    let notes = Notes()
    let runtime = Runtime(
      state: start, terminal: terminal, theme: .mono, files: files,
      framesPerSecond: framesPerSecond, script: try Script(play: script), journal: notes,
      trainingThreads: 2)
    _ = runtime.run()
    return Had(start: start, end: runtime.state, events: notes.events, terminal: terminal)
  }

  private func picture(_ state: AppState) -> String {
    ScreenPicture.draw(state: state, glyphs: .braille).plainText
  }

  /// A network that is small enough to learn something in a debug build.
  private var learned: Experiment {
    var experiment = Experiment.small
    experiment.model = ModelSpecification(
      kind: .learned, network: NetworkSpecification(hidden: [8]))
    experiment.training.batch = 16
    return experiment
  }

  private func drag(from: (Int, Int), to: (Int, Int)) -> [ScriptedTerminal.Line] {
    [
      .event(.mouse(Mouse(.press, column: from.0, row: from.1))),
      .event(.mouse(Mouse(.drag, column: to.0, row: to.1))),
      .event(.mouse(Mouse(.release, column: to.0, row: to.1))),
    ]
  }

  private var busy: [ScriptedTerminal.Line] {
    [.see("loss 0"), .rest(frames: 0)] + drag(from: (20, 37), to: (60, 37))
      + ["r", "}", "}", "v", "tab"].map { .press($0) }
      + [.see("loss 0."), .press("s"), .press("down"), .press("enter"), .press("T")]
      + drag(from: (30, 10), to: (34, 12))
      + [.press("t"), .press("x"), .press("C"), .press("enter"), .press(":")]
      + "step -3".map { .event(.key(.character($0))) }
      + [.press("enter"), .press("space"), .press("t"), .rest(frames: 0), .see("loss 0")]
  }

  @Test("a busy session of a network that learns ends in the same screen, to the last cell")
  func isExact() throws {
    let had = try session(busy, of: learned, script: "wait 0.05; direction reverse")
    #expect(had.end.training.steps > 0)
    var replay = had.replay
    try replay.advance(to: .infinity)
    #expect(replay.isDone)
    #expect(picture(replay.state) == picture(had.end))
    #expect(replay.state.training.steps == had.end.training.steps)
  }

  @Test("what is drawn on the way, and how often, changes nothing", arguments: [0.3, 7])
  func isFreeOfFrames(every seconds: Double) throws {
    let had = try session(busy, of: learned)
    var replay = had.replay
    var time = 0.0
    while !replay.isDone {
      time += seconds
      try replay.advance(to: time)
      _ = picture(replay.state)
    }
    #expect(picture(replay.state) == picture(had.end))
  }

  @Test("a branch goes on from the middle: what was to come is dropped, training goes on")
  func isTakenOver() throws {
    let had = try session(busy, of: learned)
    var replay = had.replay
    try replay.advance(to: had.events[had.events.count / 2].seconds)
    let steps = replay.state.training.steps
    let notes = Notes()
    let terminal = ScriptedTerminal(
      [.press("space"), .press("esc"), .press(":")]
        + "train on".map { .event(.key(.character($0))) } + [.press("enter"), .see("loss 0")]
        + [.wait { !$0.contains("step \(steps) ") }, .press("d")])
    let runtime = Runtime(
      state: replay.state, terminal: terminal, theme: .mono, files: .nowhere,
      framesPerSecond: 60, journal: notes, continuing: replay)
    _ = runtime.run()
    // The branch is a session of its own.
    var branch = Replay(
      had.start,
      events: replay.played
        + notes.events.map {
          TimedEvent($0.event, at: replay.seconds + $0.seconds)
        })
    try branch.advance(to: .infinity)
    #expect(picture(branch.state) == picture(runtime.state))
    #expect(branch.state.training.steps >= steps)
  }

  @Test("files are not written again, and what came of them is the same")
  func repeatsOutcomes() throws {
    let files = FileKeeper.nowhere(saveText: { _, name, ending in "\(name)-7.\(ending)" })
    let had = try session(
      [
        .press("space"), .press("E"), .press("down"), .press("down"), .press("down"),
        .press("enter"), .see("-7.txt"),
      ],
      of: .small, files: files)
    #expect(had.terminal.isDone)
    #expect(had.events.contains { $0.event == .filed(.text("eight-gaussians-7.txt")) })
    var replay = had.replay
    try replay.advance(to: .infinity)
    #expect(picture(replay.state) == picture(had.end))
  }

  @Test("events of another session are refused with their number, not followed into nonsense")
  func refusesForeignEvents() throws {
    let start = try AppState(experiment: .small, size: Size(columns: 80, rows: 24))
    let name = JobName(kind: .studying, side: .a, number: 4)
    for event in [
      SessionEvent.answered(name, seconds: 0),
      .trained(step: 8, stepsPerSecond: 1, adjustments: []),
    ] {
      var replay = Replay(start, events: [TimedEvent(.opened, at: 0), TimedEvent(event, at: 1)])
      let error = #expect(throws: ReplayError.self) { try replay.advance(to: 2) }
      #expect(error?.event == 2)
    }
  }

  @Test(
    "more training than a session can have lasted is refused, also in pieces",
    arguments: [[100_001], [30, 100_001], [30, .max]])
  func refusesEndlessTraining(steps: [Int]) throws {
    let start = try AppState(experiment: .small, size: Size(columns: 80, rows: 24))
    let events =
      [.opened, .line("train on")]
      + steps.map { SessionEvent.trained(step: $0, stepsPerSecond: 1, adjustments: []) }
    var replay = Replay(start, events: events.map { TimedEvent($0, at: 0) })
    let error = #expect(throws: ReplayError.self) { try replay.advance(to: 1) }
    #expect(error?.event == events.count)
    #expect(error?.description.contains("more than any machine can") == true)
    #expect(replay.work.training?.trainer.steps == (steps.count == 1 ? 0 : 30))
  }
}
