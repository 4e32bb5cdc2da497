/// Blends two opinions: `weak + weight · (strong − weak)`.
///
/// A weight of 1 is `strong` unchanged, 0 is `weak`; above 1 extrapolates past `strong`, which
/// sharpens samples and eventually pushes them off the data. What guidance is called depends on the
/// two: with the model of a class and the model of everything it is classifier-free guidance (Ho and
/// Salimans 2022, whose weight is this one minus 1); with another class in place of everything,
/// negative prompting; with a good and a bad network, autoguidance (Karras et al. 2024).
public struct GuidedDenoiser: Denoiser {
  public let strong: any Denoiser
  public let weak: any Denoiser
  public let weight: Double
  /// The `sigma / alpha` between which guidance acts (Kynkäänniemi et al. 2024); elsewhere `strong`
  /// is left alone.
  public let interval: ClosedRange<Double>

  public init(
    strong: any Denoiser, weak: any Denoiser, weight: Double,
    interval: ClosedRange<Double> = 0...Double.infinity
  ) {
    self.strong = strong
    self.weak = weak
    self.weight = weight
    self.interval = interval
  }

  public func estimate(
    _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]
  ) {
    strong.estimate(points, at: level, into: &estimates)
    blend(&estimates, of: points, at: level)
  }

  /// Blends where points go; how wide their steps are is what the strong one says.
  public func answer(
    of points: [Point], at level: NoiseLevel
  ) -> (estimates: [Estimate], variance: LearnedVariance?) {
    var answer = strong.answer(of: points, at: level)
    blend(&answer.estimates, of: points, at: level)
    return answer
  }

  private func blend(_ estimates: inout [Estimate], of points: [Point], at level: NoiseLevel) {
    if !blends(at: level) { return }
    for (i, weaker) in weak.estimates(of: points, at: level).enumerated() {
      let stronger = estimates[i]
      estimates[i] = Estimate(
        clean: weaker.clean + weight * (stronger.clean - weaker.clean),
        noise: weaker.noise + weight * (stronger.noise - weaker.noise))
    }
  }

  public var isRounded: Bool { strong.isRounded || weak.isRounded }

  public func calls(at level: NoiseLevel) -> Int {
    strong.calls(at: level) + (blends(at: level) ? weak.calls(at: level) : 0)
  }

  /// Whether the weak model is asked too.
  private func blends(at level: NoiseLevel) -> Bool {
    weight != 1 && interval.contains(level.relativeSigma)
  }
}
