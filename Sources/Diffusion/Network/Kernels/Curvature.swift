/// The second derivatives of the functions between two layers.
///
/// They are asked for only where the gradient of a network is itself learned, so one version in plain
/// vectors serves all instruction sets.
enum Curvature {
  /// Writes the second derivatives at sums.
  ///
  /// - Parameters:
  ///   - sums: what goes into the function; not changed.
  ///   - count: how many there are, a multiple of 4.
  static func write(
    of function: Activation, at sums: UnsafePointer<Float>,
    to curvatures: UnsafeMutablePointer<Float>, count: Int
  ) {
    for i in stride(from: 0, to: count, by: 4) {
      let z = Lanes(sums[i], sums[i + 1], sums[i + 2], sums[i + 3])
      curvatures.store(function == .gelu ? gelu(z) : silu(z), i)
    }
  }

  /// Of `z s` with `s = 1 / (1 + exp(-z))`: `s (1 - s) (2 + z (1 - 2 s))`.
  @inline(__always)
  private static func silu(_ z: Lanes) -> Lanes {
    let share = Elementary.logistic(z)
    return share * (1 - share) * (2 + z * (1 - 2 * share))
  }

  /// Of z times the probability that a standard normal number is below z: `phi(z) (2 - z^2)`.
  @inline(__always)
  private static func gelu(_ z: Lanes) -> Lanes {
    Elementary.exponential(z * z * -0.5) * 0.398_942_28 * (2 - z * z)
  }
}
