import Foundation

extension Distribution {
  /// The heart curve `16 sin³ t, 13 cos t − 5 cos 2t − 2 cos 3t − cos 4t`, in two halves.
  public static let heart = Distribution(
    id: "heart", title: "Heart",
    summary: "an outline with two cusps, in a right and a left half",
    components: {
      let beads = Beads(thickness: 0.7)
      let halves = [("right", 0.0), ("left", 1.0)]
      return halves.flatMap { label, start in
        beads.along(start * .pi...(start + 1) * .pi, count: 36, label: label) { t in
          Point(
            16 * sin(t) * sin(t) * sin(t),
            13 * cos(t) - 5 * cos(2 * t) - 2 * cos(3 * t) - cos(4 * t))
        }
      }.standardized()
    })
}
