import Foundation

extension Distribution {
  /// Radius 1.4 and standard deviation 0.14 give a variance of `1.4² / 2 + 0.14² = 0.9996` per
  /// axis: data and prior have the same spread.
  public static let eightGaussians = Distribution(
    id: "eight-gaussians", title: "Eight Gaussians",
    summary: "a ring of eight modes of unit variance: radius 1.4, std 0.14",
    groups: halves, components: { ringOfEight(radius: 1.4, standardDeviation: 0.14) })

  /// torchcfm's `sample_8gaussians` hands `sqrt(0.1)` on as a variance, so that the standard
  /// deviation per axis is the fourth root of 0.1, about 0.562.
  public static let eightGaussiansTorchCFM = Distribution(
    id: "eight-gaussians-torchcfm", title: "Eight Gaussians (torchcfm)",
    summary: "the ring as torchcfm draws it: radius 5, std 0.562",
    groups: halves,
    components: { ringOfEight(radius: 5, standardDeviation: 0.1.squareRoot().squareRoot()) })

  /// The ring of the mode-collapse experiments with GANs.
  public static let eightGaussiansGAN = Distribution(
    id: "eight-gaussians-gan", title: "Eight Gaussians (GAN)",
    summary: "the needle-sharp ring of the GAN papers: radius 2, std 0.02",
    groups: halves, components: { ringOfEight(radius: 2, standardDeviation: 0.02) })

  /// FFJORD's toy data: radius 4 and standard deviation 0.5, all divided by 1.414.
  public static let eightGaussiansFFJORD = Distribution(
    id: "eight-gaussians-ffjord", title: "Eight Gaussians (FFJORD)",
    summary: "the ring as FFJORD draws it: radius 2.83, std 0.354",
    groups: halves, components: { ringOfEight(radius: 4 / 1.414, standardDeviation: 0.5 / 1.414) })

  /// The labels of the modes, anticlockwise.
  private static let compass = [
    "east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east",
  ]

  /// Words for one half of the ring and the other.
  private static let halves = [
    LabelGroup("warm", covers: Array(compass[..<4])),
    LabelGroup("cool", covers: Array(compass[4...])),
  ]

  private static func ringOfEight(
    radius: Double, standardDeviation: Double
  ) -> [GaussianMixture.Component] {
    compass.enumerated().map { k, label in
      let angle = Double(k) * .pi / 4
      return GaussianMixture.Component(
        mean: radius * Point(cos(angle), sin(angle)),
        covariance: Covariance(standardDeviation: standardDeviation), label: label)
    }
  }
}
