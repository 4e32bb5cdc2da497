import Diffusion
import Foundation
import Testing

@testable import stipple

/// Two copies at once, each killed on the spot at a random moment and gone on with, as often as
/// STIPPLE_KILLS says, from the seed STIPPLE_SEED.
@Suite("Killed at random moments", .serialized, .enabled(if: PseudoTerminal.stipple != nil))
struct KilledScreenTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let asked = environment["STIPPLE_KILLS"].flatMap { Int($0) }
  private static let seed = environment["STIPPLE_SEED"].flatMap { UInt64($0) } ?? 1

  private static let preset = """
    title: T0
    schedule: {kind: linear, timesteps: 50, beta: [0.001, 0.2]}
    model: {kind: learned, hidden: [16]}
    training: {batch: 8}
    sampler: {kind: ddim, steps: 10}
    particles: 60
    """

  /// One of the two copies: its session, and the titles that were typed into it with their times.
  private struct Copy {
    let name: String
    var titles: [(number: Int, date: Date)] = []
    var mostLost = 0.0
  }

  @Test("Every session opens again, whole, and what is lost is of the last seconds")
  func killed() throws {
    let home = try Scratch()
    let state = try Scratch()
    let folder = SessionFolder(path: "\(state.path)/stipple/sessions")
    let preset = try home.write(Self.preset, to: "p.yaml")
    var input = TortureInput(seed: Self.seed)
    var copies: [Copy] = []
    for _ in 0..<2 {
      let before = Set(folder.entries.map(\.name))
      let terminal = try start([preset], state: state.path)
      #expect(
        terminal.wait(atMost: 60) { _ in folder.entries.contains { !before.contains($0.name) } })
      let new = folder.entries.first { !before.contains($0.name) }
      copies.append(Copy(name: try #require(new?.name)))
      terminal.signal(SIGKILL)
      _ = terminal.waitForEnd(atMost: 10)
    }
    var number = 0
    for _ in 0..<(((Self.asked ?? 2) + 1) / 2) {
      let terminals = try copies.map { try start(["--session", $0.name], state: state.path) }
      for _ in 0..<(1 + input.below(6)) {
        number += 1
        for index in copies.indices {
          terminals[index].type(
            ":set title T\(number)\r:\(Self.work[input.below(6)])\r")
          copies[index].titles.append((number, Date()))
        }
        for terminal in terminals {
          _ = terminal.wait(atMost: 0.002 * Double(input.below(700))) { _ in false }
        }
      }
      for index in copies.indices {
        let now = Date()
        terminals[index].signal(SIGKILL)
        #expect(terminals[index].waitForEnd(atMost: 20) == .killed(signal: SIGKILL))
        try check(&copies[index], killed: now, in: folder)
      }
    }
    if Self.asked != nil {
      print(
        "kills: \(Self.asked ?? 0), seed \(Self.seed): lost at most \(copies.map(\.mostLost)) s")
    }
  }

  private static let work = [
    "train on", "set steps 7", "set particles 90", "view contours on", "view ground density",
    "particle 3",
  ]

  private func start(_ words: [String], state: String) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      running: try #require(PseudoTerminal.stipple), words,
      environment: ["XDG_STATE_HOME": state, "HOME": state], columns: 100, rows: 30)
    #expect(terminal.wait(atMost: 60, for: "help"), "\(words): \(terminal.screen.text)")
    return terminal
  }

  /// Whether what is kept is whole, and how old it is: the time from the first title that was typed
  /// after the one that is kept until the program was killed.
  private func check(_ copy: inout Copy, killed: Date, in folder: SessionFolder) throws {
    let session = try SessionFile.session(in: "\(folder.path)/\(copy.name)")
    let kept = try #require(Int(session.record.title.dropFirst()))
    #expect(kept == 0 || copy.titles.contains { $0.number == kept })
    let lost = copy.titles.first { $0.number > kept }.map { killed.timeIntervalSince($0.date) } ?? 0
    copy.mostLost = max(copy.mostLost, lost)
    copy.titles.removeAll { $0.number < kept }
    if Self.asked != nil { #expect(lost < 5, "lost \(lost) s") }
    // What was typed and is lost is not to be found later.
    copy.titles = copy.titles.filter { $0.number == kept }
    let entry = folder.entries.first { $0.name == copy.name }
    #expect(entry?.isOpen == false)
  }
}
