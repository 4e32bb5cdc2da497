import Foundation

/// How often something can be done in a second.
struct Stopwatch {
  /// By the clock on the wall: the median of time slices.
  let perSecond: Double
  /// By the processor's time that all threads of the program took.
  let perProcessorSecond: Double

  /// How long a slice is at least.
  private static let slice = 0.1

  private init(_ slices: [Slice]) {
    perSecond = slices.map(\.rate).median
    let spent = slices.reduce(0) { $0 + $1.processorSeconds }
    perProcessorSecond = Double(slices.reduce(0) { $0 + $1.count }) / spent
  }

  /// Repeats the work for about so many seconds, after a first time that does not count.
  init(seconds: Double, _ work: () -> Void) {
    work()
    let clock = ContinuousClock()
    let start = clock.now
    var slices: [Slice] = []
    while slices.isEmpty || start.duration(to: clock.now) / .seconds(1) < seconds {
      slices.append(Slice(seconds: min(Self.slice, seconds), work))
    }
    self.init(slices)
  }

  /// Repeats two works in turn for about so many seconds each, so that a machine that is faster at
  /// one time than at another is so for both.
  ///
  /// - Returns: both, and the median of how much more often the second is done than the first.
  static func inTurn(
    seconds: Double, _ one: () -> Void, _ other: () -> Void
  ) -> (one: Stopwatch, other: Stopwatch, ratio: Double) {
    one()
    other()
    let clock = ContinuousClock()
    let start = clock.now
    var slices: (one: [Slice], other: [Slice]) = ([], [])
    while slices.one.isEmpty || start.duration(to: clock.now) / .seconds(1) < 2 * seconds {
      slices.one.append(Slice(seconds: min(slice, seconds), one))
      slices.other.append(Slice(seconds: min(slice, seconds), other))
    }
    let ratios = zip(slices.one, slices.other).map { $1.rate / $0.rate }
    return (Stopwatch(slices.one), Stopwatch(slices.other), ratios.median)
  }

  /// A stretch of time in which the work was repeated.
  private struct Slice {
    var count = 0
    var seconds = 0.0
    var processorSeconds = 0.0

    var rate: Double { Double(count) / seconds }

    init(seconds least: Double, _ work: () -> Void) {
      let clock = ContinuousClock()
      let start = clock.now
      let processorStart = Stopwatch.processorSeconds
      while seconds < least || count == 0 {
        work()
        count += 1
        seconds = start.duration(to: clock.now) / .seconds(1)
      }
      processorSeconds = Stopwatch.processorSeconds - processorStart
    }
  }

  /// The processor's time that the program took so far, in seconds.
  static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}

extension [Double] {
  /// The middle one by size, the upper one of two.
  var median: Double { sorted()[count / 2] }
}
