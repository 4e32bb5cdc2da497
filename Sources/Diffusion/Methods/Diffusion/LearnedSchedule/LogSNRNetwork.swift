import Foundation

/// A monotone network between log-SNR and time: a schedule that can be learned.
///
/// It answers when the schedule passes a log-SNR, by rising pieces (`MonotoneUnits`) over all log-SNRs that
/// are looked at, from 0 at the cleanest to 1 at the noisiest; the log-SNR at a time is its inverse. The
/// best schedule between two ends is a part of the best between wider ones, in another measure of time, so
/// that one network serves all ends. Kingma et al. 2021 learn that inverse; learned this way round, how the bound's variance changes
/// with the network needs no derivative of the model with respect to the level.
public struct LogSNRNetwork: Sendable {
  private let units: MonotoneUnits
  private let first: Double
  private let whole: Double

  private static let range = BoundNoise.range
  /// The units see the range as that from -3 to 3, where their steps lie at first.
  private static let reach = 3.0

  /// - Parameter parameters: `MonotoneUnits.rawCount` numbers.
  init(parameters: [Float]) {
    precondition(parameters.count >= MonotoneUnits.rawCount, "a number for every part")
    units = parameters.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("there are numbers") }
      return MonotoneUnits(start)
    }
    first = units.value(at: -Self.reach).x
    whole = units.value(at: Self.reach).x - first
  }

  private var width: Double { Self.range.upperBound - Self.range.lowerBound }

  private func place(_ logSNR: Double) -> Double {
    let share = (logSNR - Self.range.lowerBound) / width
    return Self.reach * (2 * min(max(share, 0), 1) - 1)
  }

  /// When the schedule passes a log-SNR, from 0 at the cleanest to 1 at the noisiest.
  public func time(atLogSNR logSNR: Double) -> Double {
    1 - (units.value(at: place(logSNR)).x - first) / whole
  }

  /// The log-SNR at a time from 0 to 1.
  public func logSNR(atTime time: Double) -> Double {
    let place = units.inverse(of: first + (1 - min(max(time, 0), 1)) * whole)
    let share = (place / Self.reach + 1) / 2
    return Self.range.lowerBound + width * min(max(share, 0), 1)
  }

  /// `-dt/d(log-SNR)`: how much time is spent at a log-SNR.
  func density(atLogSNR logSNR: Double) -> Double {
    units.value(at: place(logSNR)).slope * 2 * Self.reach / (width * whole)
  }

  /// Adds what the parameters contribute to the logarithm of the density at a log-SNR, times a weight.
  func addLogDensityGradient(
    atLogSNR logSNR: Double, times weight: Double, to gradient: inout [Double]
  ) {
    let place = place(logSNR)
    units.addSlopeGradient(
      at: place, times: weight / units.value(at: place).slope, to: &gradient)
    units.addGradient(at: Self.reach, times: -weight / whole, to: &gradient)
    units.addGradient(at: -Self.reach, times: weight / whole, to: &gradient)
  }
}

extension MonotoneUnits {
  /// Adds what the raw numbers contribute to the slope at a place, times a weight.
  func addSlopeGradient(at z: Double, times weight: Double, to gradient: inout [Double]) {
    gradient[1] += weight * Self.logistic(ofSoftplus: slope - Self.leastSlope)
    for k in 0..<Self.count {
      let step = tanh(steepness[k] * (z - places[k]))
      let bend = 1 - step * step
      let turn = -2 * step * bend
      gradient[2 + k] +=
        weight * steepness[k] * bend * Self.logistic(ofSoftplus: heights[k])
      gradient[2 + Self.count + k] +=
        weight * heights[k] * (bend + steepness[k] * (z - places[k]) * turn)
        * Self.logistic(ofSoftplus: steepness[k])
      gradient[2 + 2 * Self.count + k] -=
        weight * heights[k] * steepness[k] * steepness[k] * turn
    }
  }
}
