/// The functions between two layers in plain Swift vectors.
enum PortableActivation {
  @Sendable
  static func activate(_ step: ActivationStep) {
    for i in stride(from: 0, to: step.count, by: 4) {
      let z = step.values.lanes(i)
      let (value, slope) = step.function == .gelu ? gelu(z) : silu(z)
      step.values.store(step.skipped.map { value + $0.lanes(i) } ?? value, i)
      step.slopes?.store(slope, i)
    }
  }

  @inline(__always)
  private static func silu(_ z: Lanes) -> (value: Lanes, slope: Lanes) {
    let share = Elementary.logistic(z)
    let value = z * share
    return (value, share + value * (1 - share))
  }

  @inline(__always)
  private static func gelu(_ z: Lanes) -> (value: Lanes, slope: Lanes) {
    let bell = Elementary.exponential(z * z * -0.5)
    let share = Elementary.normalShare(z, bell: bell)
    return (z * share, share + z * bell * 0.398_942_28)
  }
}
