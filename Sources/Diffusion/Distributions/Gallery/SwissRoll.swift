import Foundation

extension Distribution {
  /// The spiral of scikit-learn's `make_swiss_roll` seen from the end, one and a half turns,
  /// labelled by half turn. The density is even along the arc; scikit-learn's is even in the
  /// angle, which makes the inner end denser.
  public static let swissRoll = Distribution(
    id: "swiss-roll", title: "Swiss Roll",
    summary: "one long spiral of one and a half turns",
    components: {
      let beads = Beads(thickness: 0.5)
      let roll = { (angle: Double) in angle * Point(cos(angle), sin(angle)) }
      let halfTurns = [("inner", 1.5, 24), ("middle", 2.5, 36), ("outer", 3.5, 46)]
      return halfTurns.flatMap { label, start, count in
        beads.along(
          start * .pi...(start + 1) * .pi, count: count, label: label, curve: roll)
      }.standardized()
    })
}
