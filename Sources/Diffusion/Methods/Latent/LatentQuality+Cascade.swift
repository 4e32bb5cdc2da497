/// Judges what the cascade makes of small pictures.
extension LatentQuality {
  /// Pictures twice as large, made of small ones.
  public func enlarged(_ pictures: [[Float]]) throws(GenerationError) -> [[Float]] {
    guard let cascade = parts.cascade else {
      throw GenerationError("the part cascade is not there")
    }
    return process.enlarged(
      pictures, by: cascade, noise: process.settings.cascade ?? 0, in: laboratory)
  }

  /// How far large pictures are from the small ones they were made of, and whether they still show
  /// what is asked; nothing where there is no cascade.
  func cascade(_ made: [[Float]], _ prompts: [PicturePrompt]) throws(GenerationError)
    -> [QualityFigure]
  {
    guard process.settings.cascade != nil, parts.cascade != nil else { return [] }
    let small = Array(made.prefix(Self.mostEnlarged))
    let large = try enlarged(small)
    var stream = laboratory.experiment.randomness.stream(.reference, step: 8)
    let real = (0..<small.count).compactMap { _ in source.pair(from: &stream) }
    return [
      QualityFigure(
        ["cascade_error"], difference(large, small),
        floor: difference(real.map(\.large), real.map(\.small)), count: small.count,
        definition: "root of the mean squared difference between the means of four pixels of large"
          + " pictures and the small ones; floor: of pictures drawn in both sizes"),
      accuracy(
        "cascade_accuracy", of: large.map(reduced), prompts,
        "share of large pictures that show the subject asked for"),
    ]
  }

  /// A cascade is asked for many numbers, and figures of it need no more than so many.
  private static let mostEnlarged = 400

  /// The means of four pixels each.
  private func reduced(_ large: [Float]) -> [Float] {
    let split = FormAndTint(of: large)
    return FormAndTint(
      form: PictureCascade.reduced(split.form, to: source.shape), tint: split.tint
    ).pixels
  }

  private func difference(_ large: [[Float]], _ small: [[Float]]) -> Double {
    var (squares, count) = (0.0, 0)
    for (one, other) in zip(large, small) {
      let form = PictureCascade.reduced(FormAndTint(of: one).form, to: source.shape)
      for (mean, pixel) in zip(form, FormAndTint(of: other).form) {
        squares += Double((mean - pixel) * (mean - pixel))
        count += 1
      }
    }
    return (squares / Double(max(1, count))).squareRoot()
  }
}
