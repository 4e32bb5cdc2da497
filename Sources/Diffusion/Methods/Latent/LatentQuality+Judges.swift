/// How far those can be trusted that judge pictures, and what only the order of words tells.
extension LatentQuality {
  /// Figures of the classifier and of CLIP on real pictures of a draw of their own.
  func judges() -> [QualityFigure] {
    var stream = laboratory.experiment.randomness.stream(.reference, step: 9)
    let pictures = source.pictures(Self.judged, from: &stream)
    var figures: [QualityFigure] = []
    if let classifier = parts.classifier {
      let names =
        ["classifier_accuracy"] + (source.hasColours ? ["classifier_accuracy_colour"] : [])
      figures += names.enumerated().map { attribute, name in
        QualityFigure(
          [name], classifier.accuracy(on: pictures, attribute: attribute), count: pictures.count,
          definition: "share of real pictures whose \(vocabulary.attributes[attribute].name) the"
            + " classifier tells right")
      }
    }
    if let clip = parts.clip {
      let some = distinct(pictures)
      let writer = CaptionWriter(of: source)
      let share = clip.retrieval(
        of: some.map(\.pixels), with: some.map { writer.fullTokens(for: $0.traits) })
      figures += [
        ("clip_retrieval", share.ofTexts, "pictures nearest to their own caption"),
        ("clip_retrieval_pictures", share.ofPictures, "captions nearest to their own picture"),
      ].map { name, value, what in
        QualityFigure(
          [name], value, count: some.count,
          definition: "share of \(what) by CLIP; real pictures; no two captions are the same")
      }
    }
    return figures
  }

  private static let judged = 1000
  /// How many pairs find each other.
  private static let retrieved = 100

  /// The first pictures of which no two show the same.
  private func distinct(_ pictures: [Picture]) -> [Picture] {
    var seen: Set<[Int]> = []
    var some: [Picture] = []
    for picture in pictures where some.count < Self.retrieved {
      if seen.insert(picture.traits).inserted { some.append(picture) }
    }
    return some
  }

  /// Prompts in pairs of the same words, such as `red seven not bold` and `bold seven not red`, which
  /// only their order tells apart.
  var reordered: [PicturePrompt] {
    guard vocabulary.attributes.count > 2 else { return [] }
    let styles = vocabulary.attributes[2].words.indices
    return vocabulary.attributes[0].words.indices.flatMap { digit -> [PicturePrompt] in
      let colours = vocabulary.attributes[1].words.indices.filter {
        !source.isHeldOut([digit, $0])
      }
      let (colour, style) = (colours[digit % colours.count], styles[digit % styles.count])
      let (hue, form) = (vocabulary.token(1, colour), vocabulary.token(2, style))
      let subject = vocabulary.token(0, digit)
      return [
        [hue, subject, vocabulary.negation, form], [form, subject, vocabulary.negation, hue],
      ].map { PicturePrompt(tokens: $0, in: vocabulary) }
    }
  }
}
