import Foundation

extension Distribution {
  /// Two Archimedean arms half a turn apart, named by the side they end on.
  public static let twoSpirals = Distribution(
    id: "two-spirals", title: "Two Spirals",
    summary: "two arms wound around each other",
    components: {
      let beads = Beads(thickness: 0.25)
      let arms = [("left", 1.0), ("right", -1.0)]
      return arms.flatMap { label, sign in
        beads.along(0.5 * .pi...3 * .pi, count: 72, label: label) { angle in
          sign * angle * Point(cos(angle), sin(angle))
        }
      }.standardized()
    })
}
