extension Distribution {
  /// Drawn digits in the plane of their first two principal components, brought to unit size: what
  /// the best linear auto-encoder of two numbers makes of them.
  public static let digits = Distribution(
    id: "digits", title: "Digits",
    summary: "pictures of digits by the two directions in which they differ most",
    components: { drawnDigits.components })

  /// The plane that they lie in.
  static var digitPlane: PrincipalPlane { drawnDigits.plane }

  private static let drawnDigits: (components: [GaussianMixture.Component], plane: PrincipalPlane) =
    {
      var stream = Randomness(seed: 1).stream(.data)
      let pictures = PictureSource.digits.pictures(200, from: &stream)
      var plane = PrincipalPlane(of: pictures.map(\.pixels))
      let words = PictureAttribute.digit.words
      let components = pictures.map { picture in
        GaussianMixture.Component(
          weight: 1, mean: plane.point(of: picture.pixels),
          covariance: Covariance(standardDeviation: 0.04), label: words[picture.traits[0]])
      }.standardized()
      // The pictures have mean 0 in their own plane: what is left is to measure them alike.
      if let first = pictures.first, let place = components.first?.mean {
        plane.unit = (plane.point(of: first.pixels).squaredLength / place.squaredLength)
          .squareRoot()
      }
      return (components, plane)
    }()
}
