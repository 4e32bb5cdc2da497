import Foundation
import Testing

@testable import stipple

@Suite("Reports of crashes, from the real program on a terminal", .timeLimit(.minutes(5)))
struct CrashReportTests {
  /// Small enough for a debug build to come to rest at once.
  private static let preset = """
    title: Small
    schedule: {kind: linear, timesteps: 50, beta: [0.001, 0.2]}
    model: {kind: learned, hidden: [4]}
    training: {batch: 8}
    sampler: {kind: ddim, steps: 10}
    particles: 60
    """

  /// A thread of a process other than its first.
  private func secondThread(of process: pid_t) -> pid_t? {
    let folder = "/proc/\(process)/task"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { pid_t($0) }.filter { $0 != process }.max()
  }

  /// Sends a signal to one thread; Swift's own module of the C library leaves the call out.
  private func send(_ signal: Int32, to thread: pid_t, of process: pid_t) throws -> Int32 {
    typealias Call = @convention(c) (pid_t, pid_t, Int32) -> Int32
    let call = try #require(dlsym(dlopen(nil, RTLD_NOW), "tgkill"))
    return unsafeBitCast(call, to: Call.self)(process, thread, signal)
  }

  @Test(
    "a fault in a second thread leaves a report that does the same again",
    arguments: [SIGSEGV, SIGILL])
  func faults(_ signal: Int32) throws {
    let scratch = try Scratch()
    let program = try #require(PseudoTerminal.stipple)
    let preset = try scratch.write(Self.preset, to: "small.yaml")
    let terminal = try PseudoTerminal(
      running: program, ["run", preset, "--seed", "5"],
      environment: ["XDG_STATE_HOME": scratch.path, "HOME": scratch.path], columns: 120,
      rows: 40)
    #expect(terminal.wait(atMost: 60, for: "loss 0"))
    terminal.type("r}}v")
    terminal.drag([(column: 20, row: 10), (column: 24, row: 12)])
    // Training rests, and so does the picture: the glass shows all that came.
    terminal.type("t ")
    let last = try #require(stillScreen(of: terminal))
    let thread = try #require(secondThread(of: terminal.process))
    #expect(try send(signal, to: thread, of: terminal.process) == 0)
    #expect(terminal.waitForEnd(atMost: 60) == .killed(signal: signal))
    #expect(terminal.isCooked && terminal.screen.isGivenBack)
    let said = terminal.screen.lines.joined()
    #expect(said.contains("a fault ended it; to do the same again: stipple replay '"))

    let folder = scratch.file("stipple/sessions")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let report = "\(folder)/\(try #require(names.first))/crash.session.yaml"
    let text = try String(contentsOfFile: report, encoding: .utf8)
    #expect(text.contains("seed: 5\n") && text.contains("program: \"\(Stipple.version)"))
    #expect(text.contains("signal: \(signal < 10 ? "0" : "")\(signal)\n"))
    #expect(!text.contains("whole: false"))
    #expect(text.contains("\"key\",\"r\"") && text.contains("\"mouse\",\"drag\""))

    let replay = Invocation("replay", report, "--plain")
    #expect(replay.status == 0)
    #expect(replay.lines == last.filter { !$0.isEmpty })
  }

  /// The lines of a screen that has not changed for a second.
  private func stillScreen(of terminal: PseudoTerminal) -> [String]? {
    var lines = terminal.screen.lines
    for _ in 0..<60 {
      if !terminal.wait(atMost: 1, until: { $0.lines != lines }) { return lines }
      lines = terminal.screen.lines
    }
    return nil
  }
}
