import Diffusion
import Testing

@testable import Interface

@Suite("Keys that wait in a queue")
struct QueuedKeysTests {
  @Test("are worked out once, and come to the same as one by one")
  func moves() throws {
    let moves: [Action] = [
      .time(.step(1)), .plane(.selectParticle(offset: 3)), .plane(.pan(columns: 1, rows: 0)),
      .plane(.zoom(closer: true)),
    ]
    var player = try Player()
    player.perform(.time(.toggleDirection), .time(.goToEnd))
    player.wait(1)
    player.perform(.time(.goToStart))
    var (alone, together) = (player.state, player.state)
    for number in 0..<20 {
      let move = moves[number % moves.count]
      _ = alone.update(move)
      let before = together.frame
      _ = together.update(move, isFollowed: number < 19)
      if number < 19 { #expect(together.frame.step == before.step) }
    }
    // The walk has still to make the steps that nobody saw.
    _ = alone.update(.time(.tick(seconds: 0, work: 1_000_000)))
    _ = together.update(.time(.tick(seconds: 0, work: 1_000_000)))
    #expect(together.frame.points == alone.frame.points)
    #expect(together.frame.place == alone.frame.place)
    #expect(together.particle == alone.particle)
    #expect(together.view.camera == alone.view.camera)
  }

  @Test("Whatever lies over the panels, ctrl-l draws the screen again")
  func repainting() throws {
    var player = try Player()
    for opens in [
      Action.overlay(.toggleHelp), .line(.openPalette), .line(.openCommandLine("")),
      .overlay(.open(.preset)), .draw(.begin),
    ] {
      player.perform(opens)
      player.forget()
      player.press("ctrl-l")
      #expect(player.effects.contains { if case .repaint = $0 { true } else { false } })
      player.perform(.overlay(.back), .overlay(.back))
    }
  }
}
