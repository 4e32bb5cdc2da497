import Foundation
import Testing

/// Nobody reads what the program writes: it goes on, and can be ended as always.
extension ScreenTests {
  /// A moving picture has filled whatever room there is.
  private func unread(environment: [String: String]) throws -> ScreenRun {
    let run = try ScreenRun(model: "learned", environment: environment)
    #expect(run.terminal.waitForEndUnread(atMost: 2) == nil)
    return run
  }

  private static let kinds = [["COLORTERM": "truecolor"], ["COLORTERM": ""]]

  @Test("Keys are obeyed all the same, and training goes on", arguments: kinds)
  func training(environment: [String: String]) throws {
    let run = try unread(environment: environment)
    run.terminal.send([0x13])
    let first = try steps(of: "small.safetensors", run)
    run.terminal.send([0x13])
    #expect(try steps(of: "small-2.safetensors", run) > first)
    // Once to be asked, once to say yes.
    run.terminal.type("q")
    #expect(run.terminal.waitForEndUnread(atMost: 0.5) == nil)
    run.terminal.type("q")
    #expect(run.terminal.waitForEndUnread() == .exited(0))
    _ = run.ending()
    #expect(run.isGivenBack)
  }

  /// The steps that a file of weights says, once it is there.
  private func steps(of name: String, _ run: ScreenRun) throws -> Int {
    for _ in 0..<100 where try !run.newFiles.contains(name) {
      #expect(run.terminal.waitForEndUnread(atMost: 0.1) == nil)
    }
    let file = try run.contents(of: name)
    let length = file.prefix(8).enumerated().reduce(0) { $0 + Int($1.element) << (8 * $1.offset) }
    let header = try JSONSerialization.jsonObject(with: file.dropFirst(8).prefix(length))
    let words = (header as? [String: Any])?["__metadata__"] as? [String: String]
    return try #require(words?["steps"].flatMap { Int($0) })
  }

  @Test("The newest picture is seen once somebody reads again", arguments: kinds)
  func readAgain(environment: [String: String]) throws {
    let run = try unread(environment: environment)
    // Playing and training pause, so nothing but reading can bring the page.
    run.terminal.type(" t?")
    #expect(run.terminal.waitForEndUnread(atMost: 1) == nil)
    #expect(run.wait(for: "turn round: noising or denoising"))
    run.terminal.type("?")
    #expect(run.waitUntilGone("turn round: noising or denoising"))
    #expect(run.wait(for: "paused"))
  }

  /// It waits for a reader first, and then for room for its last words; the others come meanwhile.
  @Test(
    "Requests to end that come while it leaves do not keep the terminal",
    arguments: kinds, [0.22, 0.26, 0.3, 0.34])
  func requestsWhileItLeaves(environment: [String: String], seconds: Double) throws {
    let run = try unread(environment: environment)
    run.terminal.signal(SIGTERM)
    _ = run.terminal.waitForEndUnread(atMost: seconds)
    for _ in 0..<3 {
      run.terminal.signal(SIGTERM)
      usleep(5000)
    }
    #expect(run.terminal.waitForEndUnread() == .killed(signal: SIGTERM))
    _ = run.ending()
    #expect(run.isGivenBack)
  }
}
