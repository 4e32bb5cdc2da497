/// Judges pictures that were made under prompts.
public struct LatentQuality: Sendable {
  public let parts: LatentParts
  public let process: LatentProcess
  let laboratory: Laboratory

  public init(of parts: LatentParts, by process: LatentProcess, in laboratory: Laboratory) {
    (self.parts, self.process, self.laboratory) = (parts, process, laboratory)
  }

  var source: PictureSource { process.settings.pictures }
  var vocabulary: PictureVocabulary { process.settings.vocabulary }

  /// Pictures made under prompts, one after another in turn.
  public func pictures(
    _ prompts: [PicturePrompt], count: Int, weight: Double? = nil
  ) throws(GenerationError) -> [[Float]] {
    guard let autoencoder = parts.autoencoder else {
      throw GenerationError("the decoder of the part autoencoder is not there")
    }
    let run = try process.run(
      by: parts, prompts: prompts, count: count, weight: weight, in: laboratory)
    return autoencoder.pictures(of: run.finish())
  }

  /// Fresh real pictures of which a prompt holds.
  ///
  /// - Parameter step: which of several independent draws.
  public func real(_ prompt: PicturePrompt, count: Int, step: Int) throws(GenerationError)
    -> [Picture]
  {
    var stream = laboratory.experiment.randomness.stream(.reference, step: 10 + step)
    var pictures: [Picture] = []
    var tries = 0
    let traits = vocabulary.attributes.indices.map { attribute in
      prompt.wanted.compactMap(vocabulary.trait).first { $0.attribute == attribute }?.word
    }
    while pictures.count < count {
      let picture = source.picture(with: traits, from: &stream)
      if prompt.holds(for: picture.traits, in: vocabulary) { pictures.append(picture) }
      tries += 1
      if tries > 100 * count + 1000 {
        throw GenerationError("no picture is what the prompt asks for")
      }
    }
    return pictures
  }

  /// All figures of one prompt.
  public func figures(of prompt: PicturePrompt, count: Int) throws(GenerationError)
    -> [QualityFigure]
  {
    let made = try pictures([prompt], count: count)
    var figures = try distance(of: made, prompt)
    figures += try match(of: made, [prompt])
    figures += try cascade(made, [prompt])
    figures += try keeping([prompt], count: count)
    figures.append(
      accuracy("prompt_accuracy", of: made, [prompt], "share of pictures that are what is asked"))
    return figures + (try free.unseen(count: count))
  }

  /// The figures of all prompts: of nothing, every subject, every subject with a colour.
  public func figures(count: Int) throws(GenerationError) -> [QualityFigure] {
    if process.settings.region != nil {
      return try free.figures(count: count) + keeping([.empty], count: count)
    }
    let made = try pictures([.empty], count: count)
    var figures = try distance(of: made, .empty)
    let subjects = vocabulary.tokens(of: 0).map { PicturePrompt(tokens: [$0], in: vocabulary) }
    let each = try pictures(subjects, count: count)
    figures += try match(of: each, subjects)
    figures += try cascade(each, subjects)
    figures.append(
      accuracy("prompt_accuracy", of: each, subjects, "share that show the subject asked for"))
    let pairs = pairs
    if !pairs.isEmpty {
      figures.append(
        accuracy(
          "prompt_accuracy_colour", of: try pictures(pairs, count: count), pairs,
          "share with digit and colour asked for; pairs that were learned"))
    }
    let reordered = reordered
    if !reordered.isEmpty {
      figures.append(
        accuracy(
          "prompt_accuracy_order", of: try pictures(reordered, count: count), reordered,
          "the same for pairs of prompts that only the place of 'not' tells apart"))
    }
    return figures + (try unseen(count: count)) + judges() + (try blindSpots(count: count))
  }

  /// Every digit with every colour that it was learned with.
  private var pairs: [PicturePrompt] {
    guard vocabulary.attributes.count > 1 else { return [] }
    let colours = vocabulary.attributes[1].words.indices
    return vocabulary.attributes[0].words.indices.flatMap { digit in
      colours.filter { !source.isHeldOut([digit, $0]) }.map { colour in
        PicturePrompt(
          tokens: [vocabulary.token(1, colour), vocabulary.token(0, digit)], in: vocabulary)
      }
    }
  }

  private func unseen(count: Int) throws(GenerationError) -> [QualityFigure] {
    let prompts = source.heldOut.map { pair in
      PicturePrompt(
        tokens: [vocabulary.token(1, pair[1]), vocabulary.token(0, pair[0])], in: vocabulary)
    }
    if prompts.isEmpty { return [] }
    return [
      accuracy(
        "prompt_accuracy_unseen", of: try pictures(prompts, count: count), prompts,
        "the same for pairs of digit and colour that were never learned together")
    ]
  }

  private func match(of made: [[Float]], _ prompts: [PicturePrompt]) throws(GenerationError)
    -> [QualityFigure]
  {
    guard let clip = parts.clip, !prompts.contains(where: \.tokens.isEmpty) else { return [] }
    let real = try (0..<made.count).map { index throws(GenerationError) in
      try self.real(prompts[index % prompts.count], count: 1, step: 100 + index)[0].pixels
    }
    return [
      QualityFigure(
        ["clip_score"], clip.score(of: made, prompts), floor: clip.score(of: real, prompts),
        count: made.count,
        definition: "mean cosine of picture and prompt by CLIP; floor: of real pictures")
    ]
  }

  func accuracy(
    _ name: String, of made: [[Float]], _ prompts: [PicturePrompt], _ words: String
  ) -> QualityFigure {
    let told = parts.classifier?.traits(of: made) ?? []
    let right = told.enumerated().count { index, traits in
      prompts[index % prompts.count].holds(for: traits, in: vocabulary)
    }
    return QualityFigure(
      [name], told.isEmpty ? .nan : Double(right) / Double(told.count), count: made.count,
      definition: words + " by the classifier")
  }
}

extension PictureMatcher {
  /// The mean cosine of pictures with the prompts that they were made under in turn.
  func score(of made: [[Float]], _ prompts: [PicturePrompt]) -> Double {
    let texts = directions(ofTexts: prompts.map(\.tokens))
    let sum = directions(of: made).enumerated().reduce(0) { sum, item in
      sum + Units.product(item.element, texts[item.offset % texts.count])
    }
    return sum / Double(max(1, made.count))
  }
}
