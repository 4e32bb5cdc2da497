import Foundation

extension Schedule {
  /// The log-SNRs at its noisy and its clean end, within those that are looked at; nil where they are
  /// the same.
  public var logSNREnds: ClosedRange<Double>? {
    guard let first = levels.first, let last = levels.last else { return nil }
    func bounded(_ logSNR: Double) -> Double {
      min(max(logSNR, BoundNoise.range.lowerBound), BoundNoise.range.upperBound)
    }
    let (low, high) = (bounded(last.logSNR), bounded(first.logSNR))
    return low < high ? low...high : nil
  }

  /// When its levels pass a log-SNR, from 0 at the first to 1 at the last, straight between neighbours.
  func time(atLogSNR logSNR: Double) -> Double {
    guard let last = levels.last, last.logSNR < logSNR else { return 1 }
    // The first level that is noisier: levels fall.
    var (low, high) = (0, levels.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if levels[middle].logSNR < logSNR { high = middle } else { low = middle + 1 }
    }
    if low == 0 { return 0 }
    let (before, next) = (levels[low - 1].logSNR, levels[low].logSNR)
    let share = next.isFinite && before.isFinite ? (before - logSNR) / (before - next) : 0
    return (Double(low - 1) + share) / Double(timesteps - 1)
  }

  /// The schedule with as many levels and the same ends whose time goes as a learned one's: to be drawn
  /// beside it. Nil where it has no two ends.
  public func following(_ passage: LogSNRPassage) -> Schedule? {
    guard let ends = logSNREnds else { return nil }
    let (first, last) = (passage.time(ends.upperBound), passage.time(ends.lowerBound))
    return Schedule(
      self,
      levels: (0..<timesteps).map { index in
        let share = timesteps == 1 ? 1 : Double(index) / Double(timesteps - 1)
        return level(relativeSigma: exp(-passage.logSNR(first + share * (last - first)) / 2))
      })
  }
}

/// When a schedule passes every log-SNR, as a table that is quick to read in both directions.
public struct LogSNRPassage: Sendable {
  /// The times at even log-SNRs, the noisiest first.
  private let times: [Double]

  private static let cells = 512
  private static let range = BoundNoise.range

  init(_ network: LogSNRNetwork) {
    times = (0...Self.cells).map {
      network.time(
        atLogSNR: Self.range.lowerBound
          + (Self.range.upperBound - Self.range.lowerBound) * Double($0) / Double(Self.cells))
    }
  }

  /// When a log-SNR is passed, from 0 at the cleanest to 1 at the noisiest.
  public func time(_ logSNR: Double) -> Double {
    let place =
      (logSNR - Self.range.lowerBound) / (Self.range.upperBound - Self.range.lowerBound)
      * Double(Self.cells)
    let index = min(max(Int(place), 0), Self.cells - 1)
    let share = min(max(place - Double(index), 0), 1)
    return times[index] + share * (times[index + 1] - times[index])
  }

  /// The log-SNR at a time.
  public func logSNR(_ time: Double) -> Double {
    var (low, high) = (0, Self.cells)
    while high - low > 1 {
      let middle = (low + high) / 2
      if times[middle] > time { low = middle } else { high = middle }
    }
    let fall = times[low] - times[high]
    let share = fall > 0 ? min(max((times[low] - time) / fall, 0), 1) : 0
    return Self.range.lowerBound
      + (Self.range.upperBound - Self.range.lowerBound) * (Double(low) + share)
      / Double(Self.cells)
  }
}
