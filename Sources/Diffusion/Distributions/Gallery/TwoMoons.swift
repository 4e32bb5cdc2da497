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
}
