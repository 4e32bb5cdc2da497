import Diffusion

/// A slice of the pairs of a forward run to be matched beside the screen: optimal transport of all of
/// them takes longer than a frame.
public struct Matching: Sendable {
  let side: Side
  /// The draws whose pairs they are.
  let draws: TransportDraws
  private(set) var pairs: PairMatching

  /// How many pairs are matched before the screen hears of them.
  private static let slice = 2048

  init(_ pairs: PairMatching, of draws: TransportDraws, side: Side) {
    self.side = side
    self.draws = draws
    self.pairs = pairs
  }

  /// The pairs with a slice more of them matched.
  func performed() -> Matching {
    var done = self
    done.pairs.advance(by: Self.slice)
    return done
  }
}

extension AppState {
  /// Asks for a slice of the pairs to be matched, where some are not and nobody is at it.
  mutating func matchIfDue() -> [Effect] {
    stage.method.handOutPairs(of: side).map { [.match($0)] } ?? []
  }

  /// Takes in a slice, on both sides where they have the same draws, and asks for the next.
  mutating func take(_ done: Matching) -> [Effect] {
    stage.method.adopt(done)
    other?.stage.method.adopt(done)
    // Nothing goes on where it would have gone with other partners.
    if playback.direction == .forward { trails = Trails() }
    return matchIfDue() + beside { $0.matchIfDue() }
  }
}
