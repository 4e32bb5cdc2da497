import Diffusion
import Synchronization
import Testing

@testable import Interface

@Suite("The loop between terminal, training and files")
struct RuntimeTests {
  /// Files that go nowhere, or cannot be written.
  private struct Refusal: Error, CustomStringConvertible {
    var description: String { "small.safetensors: no space left" }
  }

  private func run(
    _ script: [ScriptedTerminal.Line], _ experiment: Experiment = quick(.exact),
    files: FileKeeper = FileKeeper(
      saveWeights: { _, name in "\(name).safetensors" }, savePreset: { "\($0.fileName).yaml" })
  ) throws -> (ending: Runtime.Ending, terminal: ScriptedTerminal) {
    let terminal = ScriptedTerminal(script)
    let state = try AppState(experiment: experiment, size: Size(columns: 80, rows: 24))
    let runtime = Runtime(
      state: state, terminal: terminal, theme: .mono, files: files, framesPerSecond: 120)
    let ending = runtime.run()
    #expect(terminal.closings == 1)
    return (ending, terminal)
  }

  /// Data, a sampler and a network so small that a debug build trains and measures at once.
  private static func quick(_ model: ModelSpecification.Kind) -> Experiment {
    var experiment = Experiment(
      distribution: .named(.singleGaussian), schedule: ScheduleSpecification(timesteps: 10),
      model: ModelSpecification(kind: model, network: NetworkSpecification(hidden: [4])),
      particles: 20)
    experiment.sampler.kind = .ddim
    experiment.sampler.steps = 1
    experiment.training.batch = 8
    return experiment
  }

  private var hasLearned: ScriptedTerminal.Line {
    .wait { $0.contains("loss 0") || $0.contains("loss 1") }
  }

  @Test(
    "what ends the program says why, and the terminal is given back",
    arguments: [
      (.interrupted, .quit), (.terminated(signal: 15), .signal(15)), (.hangup, .hangup),
    ] as [(InputEvent, Runtime.Ending)])
  func endings(_ event: InputEvent, _ expected: Runtime.Ending) throws {
    let (ending, terminal) = try run([.event(event), .press("space")])
    #expect(ending == expected)
    #expect(!terminal.isDone)
  }

  @Test("the picture is as large as the terminal, from the first frame and after a resize")
  func sizes() throws {
    let (_, first) = try run([.see("╭ particle")])
    #expect(first.isDone && first.pictureSize == Size(columns: 120, rows: 40))
    let (_, second) = try run([
      .see("╭ particle"), .event(.resized(Size(columns: 40, rows: 12))), .seeNoMore("╭ particle"),
    ])
    #expect(second.isDone && second.pictureSize == Size(columns: 40, rows: 12))
  }

  @Test("a still screen sleeps; a key wakes it, is answered, and what it changed is measured")
  func sleeping() throws {
    let (_, terminal) = try run([
      .press("space"), .see("paused"), .press("esc"), .see("sliced W2"), .sleep,
      .press("x"), .see("seed "), .press("esc"), .seeNoMore("sliced W2"), .see("sliced W2"),
      .sleep,
    ])
    #expect(terminal.isDone)
  }

  @Test("suspending and repainting reach the terminal; coming back draws everything again")
  func suspending() throws {
    let (_, terminal) = try run([.press("ctrl-z"), .event(.resumed), .press("ctrl-l")])
    #expect(terminal.suspensions == 1)
    #expect(terminal.repaints == 2)
  }

  @Test("a failed save says why, loses nothing and does not quit")
  func failedSave() throws {
    let files = FileKeeper(
      saveWeights: { _, _ in throw Refusal() }, savePreset: { _ in throw Refusal() })
    let (ending, terminal) = try run(
      [
        hasLearned, .press("q"), .see("would be lost"), .press("w"), .see("no space left"),
        .press("q"), .see("would be lost"), .press("q"),
      ], Self.quick(.learned), files: files)
    #expect(terminal.isDone)
    #expect(ending == .quit)
  }

  @Test("saving and quitting writes the weights of the steps that were made, then ends")
  func saveAndQuit() throws {
    let saved = Mutex<[Int]>([])
    let files = FileKeeper(
      saveWeights: { weights, name in
        saved.withLock { $0.append(weights.steps) }
        return name
      }, savePreset: { _ in "" })
    let (ending, terminal) = try run(
      [
        hasLearned, .press("q"), .see("would be lost"), .press("w"), .press("space"),
      ], Self.quick(.learned), files: files)
    #expect(ending == .quit)
    #expect(!terminal.isDone)
    #expect(saved.withLock { $0.count == 1 && $0[0] > 0 })
  }
}
