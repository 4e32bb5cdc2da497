import Foundation

/// The Kullback-Leibler divergence of one normal number from another, in closed form.
public enum NormalDivergence {
  /// `KL(N(m, v) || N(0, 1)) = (m² + v - 1 - ln v) / 2`, in nats: never negative, and 0 for a latent
  /// that tells nothing.
  ///
  /// - Parameter variance: above 0.
  public static func fromStandard(mean: Double, variance: Double) -> Double {
    (mean * mean + variance - 1 - log(variance)) / 2
  }
}
