import Diffusion
import Synchronization
import Testing
import TextScreen

@testable import Interface

@Suite("The loop between terminal, training and files")
struct RuntimeTests {
  /// Files that go nowhere, or cannot be written.
  private struct Refusal: Error, CustomStringConvertible {
    var description: String { "small.safetensors: no space left" }
  }

  private func run(
    _ script: [ScriptedTerminal.Line], _ experiment: Experiment = quick(.exact),
    files: FileKeeper = .nowhere
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
      (.interrupted, .signal(2)), (.terminated(signal: 15), .signal(15)), (.hangup, .hangup),
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
    #expect(terminal.isDone, "\(terminal.picture)")
  }

  @Test("while a notice stands on a still screen, and nothing else, no frame is drawn")
  func standingNotice() throws {
    let (_, terminal) = try run([
      .press("space"), .see("paused"), .press("esc"), .see("sliced W2"), .sleep,
      .press("U"), .see("nothing to redo"), .rest(frames: 20), .press("esc"),
      .seeNoMore("nothing to redo"), .sleep,
    ])
    #expect(terminal.isDone, "\(terminal.picture)")
  }

  @Test("a still screen that is measured is awake, but not another at every frame")
  func stillMeasurement() throws {
    var player = try Player(Self.quick(.exact))
    player.press("space", "esc")
    #expect(player.state.isMoving && !player.state.isAnimated)
    player.press("space")
    #expect(player.state.isAnimated)
  }

  @Test("suspending and repainting reach the terminal; coming back draws everything again")
  func suspending() throws {
    let (_, terminal) = try run([.press("ctrl-z"), .event(.resumed), .press("ctrl-l")])
    #expect(terminal.suspensions == 1)
    #expect(terminal.repaints == 2)
  }

  @Test("a failed save says why, loses nothing and does not quit")
  func failedSave() throws {
    let files = FileKeeper.nowhere(saveWeights: { _, _ in throw Refusal() })
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
    let files = FileKeeper.nowhere(saveWeights: { weights, name in
      saved.withLock { $0.append(weights.steps) }
      return name
    })
    let (ending, terminal) = try run(
      [
        hasLearned, .press("q"), .see("would be lost"), .press("w"), .press("space"),
      ], Self.quick(.learned), files: files)
    #expect(ending == .quit)
    #expect(!terminal.isDone)
    #expect(saved.withLock { $0.count == 1 && $0[0] > 0 })
  }
}

@Suite("The loop with scripts, pictures and lines to share")
struct RuntimeSharingTests {
  private struct Refusal: Error, CustomStringConvertible {
    var description: String { "eight-gaussians.svg: no space left" }
  }

  private func run(
    _ lines: [ScriptedTerminal.Line], script: String = "", files: FileKeeper = .nowhere,
    recorder: (any SessionRecorder)? = nil
  ) throws -> (runtime: Runtime, ending: Runtime.Ending, terminal: ScriptedTerminal) {
    let terminal = ScriptedTerminal(lines)
    let state = try AppState(experiment: .small, size: terminal.size)
    let runtime = Runtime(
      state: state, terminal: terminal, theme: .mono, files: files, framesPerSecond: 120,
      script: try Script(play: script), recorder: recorder)
    return (runtime, runtime.run(), terminal)
  }

  @Test("a script is followed before the first key, with its pauses, and can end the program")
  func scriptsAreFollowed() throws {
    let (_, ending, terminal) = try run(
      [.see("cosine"), .see("exact score field"), .see("what is never shown")],
      script: "pause; direction reverse; seek 40; set schedule cosine; wait 0.05;"
        + "view score exact; wait 0.05; quit now")
    #expect(ending == .quit)
    #expect(terminal.picture.contains("exact score field"))
  }

  @Test("a line that cannot be done says where it stands and ends the script, not the program")
  func mistakesEndScripts() throws {
    let (_, ending, terminal) = try run(
      [.see("--play: there is no schedule 'cosin'; did you mean 'cosine'?"), .press("q")],
      script: "pause; set schedule cosin; quit now")
    #expect(ending == .quit && terminal.isDone)
  }

  @Test("the line to share is shown, copied and kept for the end")
  func linesAreShared() throws {
    let (runtime, _, terminal) = try run(
      [.press("space"), .press("E"), .see("command line"), .press("enter"), .see("in one line")])
    let line = try #require(runtime.sharedLine)
    #expect(line.hasPrefix("stipple eight-gaussians: pause"))
    #expect(terminal.copies == [line])
  }

  @Test("a picture shows the screen without what lies over it")
  func picturesAreUncovered() throws {
    let saved = Mutex<[String]>([])
    let files = FileKeeper.nowhere(saveText: { text, name, ending in
      saved.withLock { $0.append(text) }
      return "\(name).\(ending)"
    })
    let (_, _, terminal) = try run(
      [
        .press("E"), .press("down"), .press("down"), .press("down"), .press("enter"),
        .see("the picture is in eight-gaussians.txt"),
      ], files: files)
    #expect(terminal.isDone)
    let text = saved.withLock { $0.first ?? "" }
    #expect(text.contains("Eight Gaussians") && !text.contains("share"))
  }

  @Test("a failed save of a picture says why and keeps the state")
  func failuresAreTold() throws {
    let files = FileKeeper.nowhere(saveText: { _, _, _ in throw Refusal() })
    let (_, _, terminal) = try run(
      [.press("E"), .press("down"), .press("enter"), .see("no space left"), .see("╭ particle")],
      files: files)
    #expect(terminal.isDone)
  }

  @Test("a recording that fails says so once and the screen goes on")
  func recordingsFail() throws {
    final class Broken: SessionRecorder {
      var failures = ["tape.cast: the recording ends here"]
      func record(_ bytes: [UInt8]) {}
      func record(size: Size) {}
      func record(mark: String) {}
      func takeFailure() -> String? { failures.popLast() }
    }
    let (_, _, terminal) = try run(
      [.see("the recording ends here"), .press("esc"), .see("╭ particle")], recorder: Broken())
    #expect(terminal.isDone)
  }
}
