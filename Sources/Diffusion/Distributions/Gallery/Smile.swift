import Foundation

extension Distribution {
  /// A face of four labelled parts of very different sizes.
  public static let smile = Distribution(
    id: "smile", title: "Smile",
    summary: "a face: an outline, two eyes and a mouth",
    groups: [LabelGroup("eyes", covers: ["left-eye", "right-eye"])],
    components: {
      let pen = Beads(thickness: 0.05)
      let circle = { (angle: Double) in Point(cos(angle), sin(angle)) }
      let face = pen.along(0...2 * .pi, count: 44, label: "face", curve: circle)
      let mouth = pen.along(1.15 * .pi...1.85 * .pi, count: 16, label: "mouth") { angle in
        0.6 * circle(angle)
      }
      let eyes = [("left-eye", -0.35), ("right-eye", 0.35)].map { label, x in
        GaussianMixture.Component(
          weight: 1, mean: Point(x, 0.35), covariance: Covariance(xx: 0.006, xy: 0, yy: 0.012),
          label: label)
      }
      return (face + eyes + mouth).standardized()
    })
}
