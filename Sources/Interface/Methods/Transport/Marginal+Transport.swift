import Diffusion

extension Marginal {
  /// Where the pairs of a transport are at a time.
  static func transport(_ marginal: TransportMarginal) -> Marginal {
    Marginal(
      mixture: marginal.mixture, count: marginal.count,
      estimate: { point in
        Estimate(clean: marginal.clean(at: [point])[0], noise: marginal.noise(at: [point])[0])
      }
    ) { marginal.components }
  }
}
