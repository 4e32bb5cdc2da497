import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("How far the mass moves between moments of a film is worked out once")
struct FilmMotionTests {
  private static func asked(_ player: Player) -> [FilmMotion] {
    player.effects.compactMap { if case .measureFilm(let motion) = $0 { motion } else { nil } }
  }

  @Test("every pair of moments is asked for, and a pair that is known is not asked for again")
  func knownPairsAreNotAskedTwice() throws {
    var player = try Player()
    player.press("space")
    try player.say("view film on")
    player.press("end")
    player.arrive()
    player.wait(1)
    let moments = player.state.film.count
    #expect(moments > 3 && !player.state.isFilmMeasured)
    #expect(player.state.film.dropLast().allSatisfy { $0.toNext != nil })
    let pairs = Self.asked(player).map { [$0.here.step, $0.next.step] }
    #expect(pairs.count == moments - 1 && Set(pairs).count == pairs.count)

    player.forget()
    player.press("left", "left", "right")
    player.wait(1)
    player.press("v", "h")
    player.wait(1)
    #expect(
      Self.asked(player).isEmpty, "\(Self.asked(player).map { [$0.here.step, $0.next.step] })")

    // Another run has other points.
    player.press("x")
    player.press("end")
    player.arrive()
    player.wait(1)
    #expect(Self.asked(player).count >= moments - 1)
  }
}
