import Foundation

/// How often something can be done in a second.
struct Stopwatch {
  /// By the clock on the wall: the median of time slices.
  let perSecond: Double
  /// By the processor's time that all threads of the program took.
  let perProcessorSecond: Double

  /// How long a slice is at least.
  private static let slice = 0.1

  /// Repeats the work for about so many seconds, after a first time that does not count.
  init(seconds: Double, _ work: () -> Void) {
    work()
    let clock = ContinuousClock()
    let start = clock.now
    let processorStart = Self.processorSeconds
    var total = 0
    var rates: [Double] = []
    while rates.isEmpty || start.duration(to: clock.now) / .seconds(1) < seconds {
      let sliceStart = clock.now
      var count = 0
      var spent = 0.0
      while spent < min(Self.slice, seconds) || count == 0 {
        work()
        count += 1
        spent = sliceStart.duration(to: clock.now) / .seconds(1)
      }
      total += count
      rates.append(Double(count) / spent)
    }
    perSecond = rates.sorted()[rates.count / 2]
    perProcessorSecond = Double(total) / (Self.processorSeconds - processorStart)
  }

  /// The processor's time that the program took so far, in seconds.
  static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}
