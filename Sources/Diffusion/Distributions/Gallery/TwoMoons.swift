import Foundation

extension Distribution {
  /// The two half circles of scikit-learn's `make_moons` with noise 0.05, then standardized.
  public static let twoMoons = Distribution(
    id: "two-moons", title: "Two Moons",
    summary: "two interlocked half circles",
    components: {
      let beads = Beads(thickness: 0.05)
      let upper = beads.along(0...Double.pi, count: 32, label: "upper") { angle in
        Point(cos(angle), sin(angle))
      }
      let lower = beads.along(0...Double.pi, count: 32, label: "lower") { angle in
        Point(1 - cos(angle), 0.5 - sin(angle))
      }
      return (upper + lower).standardized()
    })
  /// torchcfm's `sample_moons`: torchdyn's moons times 3 minus 1. Their noise moves both coordinates
  /// of a point by the same number, even between 0 and 0.2; here it is the Gaussian of the same mean
  /// and variance, and the thinnest stroke a hundredth of the size.
  public static let twoMoonsTorchCFM = Distribution(
    id: "two-moons-torchcfm", title: "Two Moons (torchcfm)",
    summary: "the moons as torchcfm draws them: three times as wide, smeared along a diagonal",
    components: {
      let beads = Beads(thickness: 0.03)
      let (width, smear) = (3.0, 3 * 0.2)
      let upper = beads.along(0...Double.pi, count: 32, label: "upper") { angle in
        width * Point(cos(angle), sin(angle)) - Point(repeating: 1)
      }
      let lower = beads.along(0...Double.pi, count: 32, label: "lower") { angle in
        width * Point(1 - cos(angle), 0.5 - sin(angle)) - Point(repeating: 1)
      }
      return (upper + lower).map { bead in
        var bead = bead
        let variance = smear * smear / 12
        bead.mean += Point(repeating: smear / 2)
        bead.covariance.xx += variance
        bead.covariance.xy += variance
        bead.covariance.yy += variance
        return bead
      }
    })
}
