import Foundation

/// Why an adaptive solver did not keep the tolerance that it was asked for.
public struct ToleranceLimit: Sendable, Equatable {
  public enum Cause: Sendable, Equatable {
    /// The model's answers are rounded: closer than that, errors cannot be told from rounding.
    case rounding
    /// The slopes change so fast that steps would have to be too short to be waited for.
    case patience
  }

  public let cause: Cause
  /// The tolerance that was kept, relative and absolute.
  public let kept: Double

  /// What there is to say of it in one line; nil where nobody asked for more than there is.
  ///
  /// - Parameter asked: the tolerance that was asked for; nil for what the model allows.
  public func line(asked: Double?) -> String? {
    let asked = asked ?? (cause == .rounding ? kept : SamplerOptions.usualTolerance)
    guard asked < kept else { return nil }
    let (wish, fact) = (Self.short(asked), Self.short(kept))
    if wish == fact { return nil }
    switch cause {
    case .rounding:
      return "a tolerance of \(wish) is finer than the network's own rounding allows; the ODE was"
        + " followed to \(fact)"
    case .patience:
      return "at a tolerance of \(wish) the steps of the ODE get too short to be waited for; it was"
        + " followed to \(fact)"
    }
  }

  private static func short(_ tolerance: Double) -> String {
    String(format: "%.1e", tolerance).replacingOccurrences(of: ".0e", with: "e")
  }
}
