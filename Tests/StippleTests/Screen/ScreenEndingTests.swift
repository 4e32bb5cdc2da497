import Foundation
import Testing

extension ScreenTests {
  /// Training has made steps that are in no file.
  private func trained(through shell: String = #"exec "$@""#) throws -> ScreenRun {
    let run = try ScreenRun(model: "learned", through: shell)
    try #require(run.wait { _ in run.number(after: "loss") != nil })
    return run
  }

  @Test func quittingAsksWhereTrainingWouldBeLost() throws {
    let run = try trained()
    run.terminal.type("q")
    #expect(run.wait(for: "would be lost"))
    run.terminal.type("\u{1B}")
    #expect(run.waitUntilGone("would be lost"))
    run.terminal.type("q")
    #expect(run.wait(for: "would be lost"))
    #expect(run.terminal.ending == nil)
    run.terminal.type("q")
    #expect(run.ending() == .exited(0))
    #expect(run.isGivenBack)
    #expect(try run.newFiles == [])
  }

  @Test func theAnswerWSavesTheWeightsAndQuits() throws {
    let run = try trained()
    run.terminal.type("q")
    #expect(run.wait(for: "would be lost"))
    run.terminal.type("w")
    #expect(run.ending() == .exited(0))
    #expect(run.isGivenBack)
    #expect(try run.newFiles == ["small.safetensors"])
    // A header of the length that the first eight bytes say, then numbers.
    let file = try run.contents(of: "small.safetensors")
    let length = file.prefix(8).enumerated().reduce(0) { $0 + Int($1.element) << (8 * $1.offset) }
    let header = try JSONSerialization.jsonObject(with: file.dropFirst(8).prefix(length))
    #expect((header as? [String: Any])?["__metadata__"] != nil)
  }

  @Test func savingTakesNamesThatAreFree() throws {
    let run = try trained()
    run.terminal.type("S")
    #expect(run.wait(for: "the experiment is in small-2.yaml"))
    run.terminal.type("\u{13}")
    #expect(run.wait(for: "in small.safetensors"))
    run.terminal.type("\u{13}")
    #expect(run.wait(for: "in small-2.safetensors"))
    #expect(try run.newFiles == ["small-2.safetensors", "small-2.yaml", "small.safetensors"])
  }

  @Test func whereNothingCanBeSavedThatIsSaidAndNothingIsLost() throws {
    // A folder that is gone takes no files, not even from the superuser.
    let run = try trained(through: #"mkdir gone && cd gone && rmdir ../gone && exec "$@""#)
    run.terminal.type("q")
    #expect(run.wait(for: "would be lost"))
    run.terminal.type("w")
    #expect(run.wait(for: "! small.safetensors: cannot be written: No such file or directory"))
    run.terminal.type("q")
    #expect(run.wait(for: "would be lost"))
    #expect(run.terminal.ending == nil)
  }

  @Test func aScreenTooSmallForItAsksAllTheSame() throws {
    let run = try trained()
    run.terminal.resize(columns: 30, rows: 8)
    #expect(run.wait(for: "too small"))
    run.terminal.type("q")
    #expect(run.wait(for: "training is not saved"))
    run.terminal.type("\u{1B}")
    #expect(run.wait(for: "too small"))
  }

  @Test(
    "The program dies of the signal that asked it to end, and gives the terminal back",
    arguments: [
      SIGTERM, SIGHUP, SIGQUIT, SIGINT, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGXCPU,
      SIGXFSZ, SIGSEGV, SIGABRT, SIGTRAP,
    ])
  func signals(_ number: Int32) throws {
    let run = try ScreenRun(model: "learned")
    run.terminal.signal(number)
    #expect(run.ending() == .killed(signal: number))
    #expect(run.isGivenBack)
  }

  @Test(
    "A signal ends the program and gives the terminal back where nobody reads what it writes",
    arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV])
  func unread(_ number: Int32) throws {
    let run = try ScreenRun(model: "learned")
    // Long enough for a moving picture to fill whatever room there is.
    #expect(run.terminal.waitForEndUnread(atMost: 2) == nil)
    run.terminal.signal(number)
    #expect(run.terminal.waitForEndUnread() == .killed(signal: number))
    _ = run.ending()
    #expect(run.isGivenBack)
  }

  @Test("Without a second screen the picture is cleared", arguments: ["linux", "vt220"])
  func withoutASecondScreen(kind: String) throws {
    let run = try ScreenRun(environment: ["TERM": kind])
    run.terminal.type("q")
    #expect(run.ending() == .exited(0))
    #expect(!run.terminal.output.isEmpty && !run.terminal.screen.privateModes.contains(1049))
    let isBlank = run.text.allSatisfy { $0.isWhitespace }
    #expect(isBlank)
    #expect(run.isGivenBack)
  }

  @Test func controlCEndsTheProgramAtOnce() throws {
    let run = try ScreenRun()
    run.terminal.send([3])
    #expect(run.ending() == .killed(signal: SIGINT))
    #expect(run.isGivenBack)
  }

  @Test func aSuspendedProgramGivesTheTerminalBackAndGoesOnWhereItWas() throws {
    // The shell of a job that can be stopped; it says so, and waits for a line to go on.
    let run = try ScreenRun(
      through: #"set -m; "$@"; echo stopped; read line; fg >/dev/null; echo "status $?""#)
    run.terminal.type(" ")
    #expect(run.wait(for: "paused"))
    let step = run.header("step")
    run.terminal.send([26])
    try #require(run.wait(for: "stopped"))
    #expect(run.isGivenBack)
    run.terminal.resize(columns: 100, rows: 30)
    run.terminal.type("\n")
    #expect(run.wait { $0.lines[0].contains("‖") && $0.lines[29].contains("help") })
    #expect(run.header("step") == step)
    #expect(run.terminal.screen.privateModes.isSuperset(of: [1002, 1006, 1049, 2004]))
    run.terminal.type("q")
    #expect(run.wait(for: "status 0"))
    #expect(run.ending() == .exited(0))
    #expect(run.isGivenBack)
  }
}
