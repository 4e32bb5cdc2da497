/// What a network's two outputs mean: the only home of these formulas.
///
/// All are written in canonical coordinates, `point = alpha · clean + sigma · noise` with
/// `alpha² + sigma² = 1`, where clean data has mean 0 and unit spread.
public enum Parameterization: Choice {
  /// The noise of the point (Ho et al. 2020).
  case noise
  /// The clean point.
  case clean
  /// `alpha · noise − sigma · clean` (Salimans and Ho 2022), which turns from noise at the clean end
  /// to the clean point at the noisy end and is a well-conditioned question at every level.
  case v
  /// `noise − clean`, the velocity of the straight line (Lipman et al. 2023).
  case velocity

  public static let familyName = "prediction"

  public var id: String {
    switch self {
    case .noise: "noise"
    case .clean: "clean"
    case .v: "v"
    case .velocity: "velocity"
    }
  }

  public var title: String {
    switch self {
    case .noise: "Noise"
    case .clean: "Clean point"
    case .v: "v"
    case .velocity: "Velocity"
    }
  }

  public var summary: String {
    switch self {
    case .noise: "the noise in the point, as in DDPM; says nothing where no data is left"
    case .clean: "the data point itself; says nothing about noise where none is left"
    case .v: "alpha · noise − sigma · clean; finite and learnable at both ends of time"
    case .velocity: "noise − clean, the direction of the straight line from data to noise"
    }
  }

  /// What an output means for data of any place and size, in the names of a weight file's metadata:
  /// `a` and `s` are the shares of data and noise in the canonical point `p`.
  var formula: String {
    switch self {
    case .noise:
      "noise = output, clean = centre + spread (p - s output) / a, or centre where a < 1e-6"
    case .clean: "clean = centre + spread output, noise = (p - a output) / s, or 0 where s < 1e-6"
    case .v: "clean = centre + spread (a p - s output), noise = s p + a output"
    case .velocity:
      "clean = centre + spread (p - s output) / (a + s), noise = (p + a output) / (a + s)"
    }
  }

  /// A share of data or noise below this is none: dividing by it would blow the rounding of the
  /// network's floats up to the size of the data.
  static let negligible = 1e-6

  /// What the network should answer for a point made of this clean point and noise.
  func target(clean: Point, noise: Point, at level: NoiseLevel) -> Point {
    switch self {
    case .noise: noise
    case .clean: clean
    case .v: level.alpha * noise - level.sigma * clean
    case .velocity: noise - clean
    }
  }

  /// The end points of the path that the network's answer for a point implies.
  ///
  /// Where no data is left a predicted noise leaves the clean point open, and the data's mean, 0,
  /// is the answer; where no noise is left a predicted clean point leaves the noise open, which is
  /// then 0.
  func estimate(from output: Point, at point: Point, level: NoiseLevel) -> Estimate {
    let alpha = level.alpha
    let sigma = level.sigma
    switch self {
    case .noise:
      let clean = alpha < Self.negligible ? .zero : (point - sigma * output) / alpha
      return Estimate(clean: clean, noise: output)
    case .clean:
      let noise = sigma < Self.negligible ? .zero : (point - alpha * output) / sigma
      return Estimate(clean: output, noise: noise)
    case .v:
      return Estimate(
        clean: alpha * point - sigma * output, noise: sigma * point + alpha * output)
    case .velocity:
      return Estimate(
        clean: (point - sigma * output) / (alpha + sigma),
        noise: (point + alpha * output) / (alpha + sigma))
    }
  }
}
