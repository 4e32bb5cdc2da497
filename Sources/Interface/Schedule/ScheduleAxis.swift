import Diffusion
import Foundation
import TextScreen

/// The vertical axis of a curve of a schedule: its ends, and whether even steps on it are even
/// factors.
public struct ScheduleAxis: Sendable, Equatable {
  public let bottom: Double
  public let top: Double
  public let isLogarithmic: Bool

  init(bottom: Double, top: Double, isLogarithmic: Bool = false) {
    self.bottom = bottom
    self.top = top
    self.isLogarithmic = isLogarithmic
  }

  /// The axis on which values from 0 up are seen best: from 0, unless half of them would lie in its
  /// lowest tenth; then it is logarithmic and has no 0.
  ///
  /// - Parameters:
  ///   - room: how much higher than the largest value it may reach, as a factor.
  ///   - most: the highest its end may be.
  init(of values: [Double], room: Double = 1, most: Double = .infinity) {
    let positive = values.filter { $0 > 0 && $0.isFinite }.sorted()
    guard let largest = positive.last else {
      self.init(bottom: 0, top: 1)
      return
    }
    let top = min(most, RoundNumber.above(room * largest))
    let isFlat = 2 * positive.count > values.count && positive[positive.count / 2] < Self.flat * top
    guard isFlat else {
      self.init(bottom: 0, top: top)
      return
    }
    let lowest = max(positive[0], top * Self.leastShare)
    self.init(
      bottom: pow(10, floor(log10(lowest) + 1e-9)), top: top, isLogarithmic: true)
  }

  /// Below this share of the axis the middle of a curve cannot be told from its bottom.
  private static let flat = 0.1
  /// The most that a logarithmic axis spans.
  private static let leastShare = 1e-8

  /// The place of a value: 0 at the bottom, 1 at the top; minus infinity for 0 on a logarithmic
  /// axis.
  func height(of value: Double) -> Double {
    isLogarithmic
      ? log(max(0, value) / bottom) / log(top / bottom) : (value - bottom) / (top - bottom)
  }

  /// The value at a place, also beyond the ends.
  func value(atHeight height: Double) -> Double {
    isLogarithmic ? bottom * pow(top / bottom, height) : bottom + height * (top - bottom)
  }
}

extension SchedulePanel {
  /// The axis of the betas of a schedule, with some room to drag upwards, to 1 at most.
  public static func axis(for specification: ScheduleSpecification) -> ScheduleAxis {
    guard let schedule = try? Schedule(specification) else {
      return ScheduleAxis(bottom: 0, top: 1)
    }
    return axis(for: schedule)
  }

  static func axis(for schedule: Schedule) -> ScheduleAxis {
    ScheduleAxis(of: schedule.betas, room: 1.15, most: 1)
  }

  /// The axis that a drag began with, so that it does not run from the hand.
  static func frozenAxis(of state: AppState) -> ScheduleAxis? {
    if case .handle(_, let axis) = state.drag { return axis }
    return nil
  }
}
