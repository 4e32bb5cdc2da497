import Diffusion

extension Marginal {
  /// Where the pairs of a transport are at a time.
  static func transport(_ marginal: TransportMarginal) -> Marginal {
    Marginal(mixture: marginal.mixture, count: marginal.count) { marginal.components }
  }
}
