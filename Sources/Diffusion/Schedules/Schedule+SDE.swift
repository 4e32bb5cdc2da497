import Foundation

/// The schedule as the stochastic differential equation `dx = f(t) x dt + g(t) dW` on times from 0 to
/// 1 (Song et al. 2021, equation 5), whose f and g are constant within a step: integrated over the
/// step it gives the very transition of the schedule.
extension Schedule {
  /// f in step t, `T ln(alpha_t / alpha_(t−1))`: never positive, 0 where variance explodes, and minus
  /// infinity where all that is left of the data is taken.
  public func drift(atIndex t: Int) -> Double {
    // No zero with a sign.
    0 + Double(timesteps) * log(transition(atIndex: t).scale)
  }

  /// g in step t. With `v` the variance of the step, `v = g² (e^(2f/T) − 1) / (2f)`; so that where
  /// variance is preserved `g² = −2f`.
  public func diffusion(atIndex t: Int) -> Double {
    let variance = transition(atIndex: t).variance
    let exponent = 2 * drift(atIndex: t) / Double(timesteps)
    let growth = exponent == 0 ? 1 : exponent / expm1(exponent)
    return (Double(timesteps) * variance * growth).squareRoot()
  }
}
