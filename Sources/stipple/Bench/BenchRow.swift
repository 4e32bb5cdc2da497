/// One measurement of `stipple bench`: what was measured, and what does not apply left out.
struct BenchRow: Encodable {
  let work: String
  let isa: String
  let threads: Int
  var batch: Int?
  var width: Int?
  var points: Int?
  var components: Int?
  var distribution: String?
  var optimizer: String?
  var rate: Double?
  var target: String?

  var stepsPerS: Double?
  var samplesPerS: Double?
  var stepsPerCpuS: Double?
  var pointStepsPerS: Double?
  var pointsPerS: Double?
  var framesPerS: Double?
  /// Of the screen: what a frame takes of the processor in all and to be drawn, in milliseconds,
  /// and what it sends, in kilobytes.
  var cpuMsPerFrame: Double?
  var drawMsPerFrame: Double?
  var kbPerFrame: Double?
  /// What is sent in the second half of the time, in kilobytes a second.
  var kbPerSLately: Double?
  /// Frames that came more than 33 ms after the one before, the longest such time, and the key
  /// pressed before it.
  var lateFrames: Int?
  var longestFrameMs: Double?
  var longestAfterKey: String?
  /// The most that one frame took of the processor, and the key pressed before it.
  var mostCpuMsOfFrame: Double?
  var mostCpuAfterKey: String?
  /// Of lines by chance: how many were played, the seed they were drawn by, after which one an action,
  /// a frame or a drawing took the most of the processor, how many took over 100 ms, and the most
  /// answers that models gave while the screen waited.
  var lines: Int?
  var seed: Int?
  var mostCpuAfterLine: String?
  var deedsOver100Ms: Int?
  var mostAnswers: Int?
  var mostAnswersAfterLine: String?
  var firstFrameMs: Double?
  var trainingSteps: Int?
  /// The speed against that of the same work with nothing beside it.
  var shareOfAlone: Double?
  /// The memory that training works on.
  var workingSetMb: Double?
  /// What the whole program has in memory by then, the most it had, and how much of it is of no file.
  var residentMb: Double?
  var mostResidentMb: Double?
  var anonymousMb: Double?
  var gflops: Double?
  /// The floating-point operations a matrix product does on the same threads, measured just before.
  var gemmPeakGflops: Double?
  var shareOfPeak: Double?
  /// Of `learn`: the median over the seeds of what it took to find all modes; nil if most did not.
  /// Of distances: what one takes. Of memory: when it was looked at.
  var seconds: Double?
  var steps: Int?
  var seeds: Int?
  var seedsLearned: Int?
  /// Another program that did the same, its figure, and how many times as fast this one is.
  private(set) var peer: String?
  private(set) var peerFigure: Double?
  private(set) var timesAsFast: Double?

  init(_ work: String, _ bench: Bench, threads: Int = 1) {
    self.work = work
    isa = bench.instructions.id
    self.threads = threads
  }

  mutating func set(peer: String, figure: Double, timesAsFast ratio: Double) {
    (self.peer, peerFigure, timesAsFast) = (peer, figure, ratio)
  }

  /// What there is as words, for people.
  var line: String {
    let parts = Mirror(reflecting: self).children.compactMap { child -> String? in
      guard let label = child.label else { return nil }
      let mirror = Mirror(reflecting: child.value)
      guard mirror.displayStyle != .optional else {
        return mirror.children.first.map { "\(label) \(Self.text($0.value))" }
      }
      return label == "work" ? "\(child.value):" : "\(label) \(Self.text(child.value))"
    }
    return parts.joined(separator: "  ")
  }

  private static func text(_ value: Any) -> String {
    guard let number = value as? Double else { return "\(value)" }
    return number < 10 ? "\((number * 1000).rounded() / 1000)" : "\(Int(number.rounded()))"
  }
}
