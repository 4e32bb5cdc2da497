import Foundation

extension Distribution {
  /// Five Gaussian arms bent by a rotation that grows with the radius (Johnson et al. 2016):
  /// radius `1 + 0.3 z`, 0.1 across, turned by `0.25 exp(radius)`.
  public static let pinwheel = Distribution(
    id: "pinwheel", title: "Pinwheel",
    summary: "five bent arms around an empty centre",
    components: {
      (0..<5).flatMap { arm in
        (-4...4).map { bead in pinwheelBead(Double(bead), arm: arm) }
      }.standardized()
    })

  /// One bead of an arm. A bead spans `step` along the radius; the weights spread the beads so
  /// that together they have the standard deviation 0.3 of the arm.
  private static func pinwheelBead(_ position: Double, arm: Int) -> GaussianMixture.Component {
    let step = 0.15
    let across = 0.1
    let rate = 0.25
    let offset = position * step
    let radius = 1 + offset
    let angle = 2 * .pi * Double(arm) / 5 + rate * exp(radius)
    let outwards = Point(cos(angle), sin(angle))
    let sideways = Point(-outwards.y, outwards.x)
    // Along the radius the arm also turns: the bead lies along the bent arm.
    let along = step * (outwards + radius * rate * exp(radius) * sideways)
    let thick = across * sideways
    return GaussianMixture.Component(
      weight: exp(-0.5 * offset * offset / (0.3 * 0.3 - step * step)), mean: radius * outwards,
      covariance: Covariance(
        xx: along.x * along.x + thick.x * thick.x, xy: along.x * along.y + thick.x * thick.y,
        yy: along.y * along.y + thick.y * thick.y),
      label: "arm-\(arm + 1)")
  }
}
