import Foundation

extension GaussianMixture {
  /// The entropy of the distribution in nats, `E[-log p(x)]`, with its standard error: no density that
  /// is asked of the data can be less surprised by it.
  ///
  /// Of one Gaussian it is a closed form, of a mixture an integral that is right to 1e-6, with an error
  /// of 0; where the Gaussians are too many for that, a mean over draws.
  ///
  /// - Parameters:
  ///   - count: how many are drawn then.
  ///   - mostWork: how many exponentials the integral may take; nil for a few tenths of a second's.
  public func entropy(
    drawing count: Int, from stream: inout RandomStream, mostWork: Int? = nil
  ) -> (value: Double, error: Double) {
    if components.count == 1 {
      return (1 + log(2 * .pi) + log(components[0].covariance.determinant) / 2, 0)
    }
    let clean = diffused(to: .clean)
    if let quadrature = MixtureQuadrature(
      over: clean.lobes, mostWork: mostWork ?? MixtureQuadrature.usualWork)
    {
      let lobes = clean.lobes
      let value = quadrature.integral { place, members in
        let density = members.reduce(0) {
          $0 + exp(DiffusedMixture.exponent(of: lobes[$1], at: place))
        }
        return density > 0 ? -density * log(density) : 0
      }
      return (value, 0)
    }
    let densities = clean.logDensities(at: draw(count, from: &stream).points)
    let mean = -densities.reduce(0, +) / Double(count)
    let squares = densities.reduce(0) { $0 + ($1 + mean) * ($1 + mean) }
    return (mean, (squares / Double(count * max(1, count - 1))).squareRoot())
  }
}
