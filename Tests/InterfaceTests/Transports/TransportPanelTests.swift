import Diffusion
import Testing

@testable import Interface

@Suite("The meter in the schedule's place")
struct TransportPanelTests {
  @Test("the meter has a name of its own, and each name says where the other one is")
  func names() throws {
    var player = try Player.transport(.opposite)
    try player.command("panel labels-kept")
    #expect(player.state.focus == .retention)
    #expect(ScreenLayout(player.state).rect(of: .retention) != nil)
    #expect(throws: CommandError(try #require(Panel.schedule.absence(player.state)))) {
      try player.command("panel schedule")
    }
    #expect(Panel.schedule.absence(player.state)?.hasSuffix("panel labels-kept") == true)
    var diffusing = try Player()
    #expect(throws: CommandError.self) { try diffusing.command("panel labels-kept") }
    #expect(Panel.retention.absence(diffusing.state)?.hasSuffix("panel schedule") == true)
    try diffusing.command("panel schedule")
    #expect(diffusing.state.focus == .schedule)
  }

  @Test("the keys stay with the first panel when the prior comes and goes")
  func focus() throws {
    var player = try Player()
    try player.command("panel schedule")
    try player.command("set prior opposite")
    #expect(player.state.focus == .retention)
    #expect(KeyTable.binding(for: .up, in: player.state)?.title.contains("prior up") == true)
    player.press("u")
    #expect(player.state.focus == .schedule)
  }

  @Test("the sides of a comparison each have their own first panel")
  func sides() throws {
    let plain = PresetEntry(name: "plain", summary: "diffusion", content: .success(.small))
    var player = try Player(try .transport(.opposite), presets: [plain])
    try player.command("compare preset plain")
    try player.command("panel labels-kept")
    let first = player.state.focus
    player.perform(.comparison(.turnToOtherSide))
    #expect(Set([first, player.state.focus]) == [.retention, .schedule])
  }

  @Test("two sides are held against each other by the labels that they keep")
  func comparison() throws {
    var player = try Player.transport(.opposite, sampler: .flowEuler)
    try player.command("compare opposite aligned")
    player.wait(0.1)
    for effect in player.effects {
      guard case .measure(let request) = effect else { continue }
      player.perform(.samples(.measured(request.finished())))
    }
    let rows = ComparisonTable(player.state).rows
    let kept = try #require(rows.first { $0.name == "labels kept %" })
    let shares = kept.cells.prefix(2).compactMap(Double.init)
    try #require(shares.count == 2)
    #expect(shares[0] < 10 && shares[1] > 90)
    // There is no score to err by.
    #expect(!rows.contains { $0.name == "score error" })
  }

  @Test("the line that is shared names the panel as it is said here")
  func script() throws {
    var player = try Player.transport(.opposite)
    player.press("b")
    #expect(player.state.script.contains("panel labels-kept"))
  }
}
