import Synchronization

extension ReverseProcess {
  /// What comes of a step.
  struct Move: Sendable {
    /// The points at the next level.
    var points: [Point]
    /// Where the step set out from, if not from the points it was given.
    var corrected: [Point]?
    /// What the model said, as far as later steps read it.
    var estimates: [Estimate]
  }

  /// How many points a thread moves at a time: few enough for all that is known of them to stay in the
  /// processor's caches through the whole step, long enough that claiming them costs nothing, and a
  /// multiple of the blocks that networks work in.
  static let part = 16 * MLP.blockSize

  /// The same as the move of the whole state, made part by part by the team that shares the work; nil
  /// where none does, or where points look at one another.
  func sharedMove(
    of state: SamplingState, along stride: TimeGrid.Stride, to next: NoiseLevel,
    noise draw: @escaping @Sendable (_ draw: Int, _ count: Int) -> [Point]
  ) -> Move? {
    let count = state.points.count
    guard let team = WorkerTeam.current, sampler.isPointwise, count > Self.part else { return nil }
    let noise = DrawnNoise(count: count, draw)
    let ranges = Swift.stride(from: 0, to: count, by: Self.part).map {
      $0..<min($0 + Self.part, count)
    }
    var moves = [Move?](repeating: nil, count: ranges.count)
    moves.withUnsafeMutableBufferPointer { moves in
      guard let start = moves.baseAddress else { return }
      let results = SharedMemory(start)
      let watch = WorkWatch.current
      team.run(ranges.count) { number in
        let work = {
          let range = ranges[number]
          let part = state.part(range)
          results.pointer[number] = move(of: part, along: stride, to: next) { draw, _ in
            noise.points(ofDraw: draw, range)
          }
        }
        if let watch { watch.during(work) } else { work() }
      }
    }
    let made = moves.compactMap { $0 }
    let corrected = made.compactMap(\.corrected)
    return Move(
      points: [Point](joining: made.map(\.points)),
      corrected: corrected.isEmpty ? nil : [Point](joining: corrected),
      estimates: [Estimate](joining: made.map(\.estimates)))
  }
}

/// The noise of a step for all of its points, of which every part of them has its own: a draw is made
/// by whoever asks first.
private final class DrawnNoise: Sendable {
  private let count: Int
  private let draw: @Sendable (_ draw: Int, _ count: Int) -> [Point]
  private let draws = Mutex<[Int: [Point]]>([:])

  init(count: Int, _ draw: @escaping @Sendable (_ draw: Int, _ count: Int) -> [Point]) {
    (self.count, self.draw) = (count, draw)
  }

  func points(ofDraw number: Int, _ range: Range<Int>) -> [Point] {
    let whole = draws.withLock { draws in
      if let drawn = draws[number] { return drawn }
      let drawn = draw(number, count)
      draws[number] = drawn
      return drawn
    }
    return Array(whole[range])
  }
}

extension SamplingState {
  /// Some of the points, with their past.
  fileprivate func part(_ range: Range<Int>) -> SamplingState {
    SamplingState(
      Array(points[range]),
      past: past.map { step in
        PastStep(
          level: step.level, points: Array(step.points[range]),
          estimates: step.estimates.isEmpty ? [] : Array(step.estimates[range]))
      })
  }
}
