import Foundation

extension Distribution {
  /// Three rings of equal share, their radii as 1 to 2 to 3.
  public static let concentricRings = Distribution(
    id: "concentric-rings", title: "Concentric Rings",
    summary: "three rings of equal share around one centre",
    components: {
      let beads = Beads(thickness: 0.1)
      let rings = [("inner", 1.0, 28), ("middle", 2.0, 40), ("outer", 3.0, 50)]
      return rings.flatMap { label, radius, count in
        beads.along(0...2 * .pi, count: count, label: label, weight: 1) { angle in
          radius * Point(cos(angle), sin(angle))
        }
      }.standardized()
    })
}
