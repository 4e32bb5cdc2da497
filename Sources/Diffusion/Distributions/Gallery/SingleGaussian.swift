extension Distribution {
  /// One correlated Gaussian of unit spread. Every level of it is again one Gaussian, so that
  /// everything on the screen can be checked by hand.
  public static let singleGaussian = Distribution(
    id: "single-gaussian", title: "Single Gaussian",
    summary: "one tilted Gaussian, to check everything by hand",
    components: {
      [
        GaussianMixture.Component(
          mean: .zero, covariance: Covariance(xx: 1.3, xy: 0.6, yy: 0.7), label: "gaussian")
      ]
    })
}
