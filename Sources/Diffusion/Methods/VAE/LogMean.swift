import Foundation

/// The logarithm of the mean of numbers that are known by their logarithms, as importance weights are.
enum LogMean {
  static func value(_ logarithms: some Collection<Double>) -> Double {
    let peak = logarithms.max() ?? 0
    guard peak.isFinite else { return peak }
    let sum = logarithms.reduce(0) { $0 + exp($1 - peak) }
    return peak + log(sum / Double(logarithms.count))
  }
}
