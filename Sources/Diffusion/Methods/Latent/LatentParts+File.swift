extension LatentParts {
  /// Writes every part that is there.
  func write(to file: inout PartTensors) {
    if let autoencoder {
      file.words["autoencoder.latents"] = "\(autoencoder.latents)"
      file.words["autoencoder.tint"] = "\(autoencoder.tint != nil)"
      file.words["autoencoder.variational"] =
        "\(autoencoder.form.encoder.outputs > autoencoder.form.latents)"
      file.words["autoencoder.outputs"] =
        "latents = (encoder(rows)[:latents] - centre) / spread; rows = decoder(spread latents +"
        + " centre); without tint rows are pictures; with it form is the brightest channel of every"
        + " pixel, tint the sum of each channel over that of form, pixels = form times tint"
      file.add(autoencoder.form, as: "autoencoder.form")
      if let tint = autoencoder.tint { file.add(tint, as: "autoencoder.tint") }
    }
    if let text {
      file.words["text.encoder"] = text.kind.rawValue
      file.words["text.scale"] = "\(text.scale)"
      file.add(
        text.parameters.map { Float($0) }, shape: [text.parameters.count], as: "text.parameters")
    }
    if let diffusion { file.add(diffusion, as: "diffusion", of: .diffusion) }
    if let unclip { file.add(unclip, as: "unclip", of: .unclip) }
    if let prior {
      file.add(prior.diffusion, as: "prior.diffusion", of: .prior)
      file.add(prior.autoregressive, as: "prior.autoregressive", of: .prior)
    }
    if let autoregressive {
      file.add(autoregressive, as: "autoregressive", of: .autoregressive)
    }
    if let word {
      file.add(word.row, shape: [word.row.count], as: "word.row")
      file.add(word.basis, of: .word)
    }
    if let cascade {
      file.words["cascade.inputs"] =
        "p, the small form with noise, four functions of the log-SNR, the deviation of that noise; p"
        + " the noisy large form over sqrt(alpha^2 + sigma^2); forms as (brightness -"
        + " \(PictureCascade.centre)) / \(PictureCascade.spread)"
      file.words["cascade.outputs"] = "the clean large form"
      file.add(cascade.network, as: "cascade.network")
    }
    if let classifier { file.add(classifier.network, as: "classifier.network") }
    if let clip {
      file.add(clip.pictures, as: "clip.pictures")
      file.add(clip.texts, as: "clip.texts")
    }
  }

  /// Reads the parts of a file.
  init(
    reading file: PartTensors, _ parts: [LatentPart], _ vocabulary: PictureVocabulary,
    _ shape: PictureShape
  ) throws(WeightsError) {
    for part in parts {
      switch part {
      case .autoencoder: autoencoder = try AutoEncoder(reading: file, shape)
      case .text: text = try TextEncoder(reading: file, vocabulary)
      case .diffusion:
        diffusion = try file.denoiser("diffusion", of: part, LatentSettings.latentCounts)
      case .unclip: unclip = try file.denoiser("unclip", of: part, LatentSettings.latentCounts)
      case .prior:
        let width = PictureMatcher.width...PictureMatcher.width
        prior = EmbeddingPrior(
          diffusion: try file.denoiser("prior.diffusion", of: part, width),
          autoregressive: try file.autoregressive("prior.autoregressive", of: part, width))
      case .autoregressive:
        autoregressive = try file.autoregressive(
          "autoregressive", of: part, LatentSettings.latentCounts)
      case .word:
        word = LearnedWord(
          row: try file.values("word.row", shape: [TextEncoder.width]),
          basis: try file.basis(of: part))
      case .cascade:
        cascade = PictureCascade(
          network: try file.network(
            "cascade.network", inputs: PictureCascade.inputs(shape),
            hidden: PictureCascade.hidden, outputs: PictureCascade.outputs(shape)), shape: shape)
      case .classifier:
        classifier = PictureClassifier(
          network: try file.network(
            "classifier.network", inputs: shape.count, hidden: PictureClassifier.hidden,
            outputs: vocabulary.traitCount), vocabulary: vocabulary)
      case .clip:
        clip = PictureMatcher(
          pictures: try file.network(
            "clip.pictures", inputs: shape.count, hidden: PictureMatcher.pictureHidden,
            outputs: PictureMatcher.width),
          texts: try file.network(
            "clip.texts", inputs: vocabulary.traitCount, hidden: PictureMatcher.textHidden,
            outputs: PictureMatcher.width), vocabulary: vocabulary)
      }
    }
  }
}

extension WeightsMetadata {
  fileprivate func truth(_ key: String) throws(WeightsError) -> Bool {
    let text = try text(key)
    guard let truth = Bool(text) else {
      throw .badMetadata(key: key, text: text, expected: "true or false")
    }
    return truth
  }

  /// How many latents a part says that it has.
  fileprivate func latents(_ key: String) throws(WeightsError) -> Int {
    let count: Int = try number(key)
    guard LatentSettings.latentCounts.contains(count) else {
      throw .badMetadata(key: key, text: "\(count)", expected: "a whole number from 2 to 4")
    }
    return count
  }
}

extension AutoEncoder {
  fileprivate init(reading file: PartTensors, _ shape: PictureShape) throws(WeightsError) {
    let words = WeightsMetadata(words: file.words)
    let latents = try words.latents("autoencoder.latents")
    let hasTint = try words.truth("autoencoder.tint")
    let isVariational = try words.truth("autoencoder.variational")
    let sizes = AutoEncoder.sizes(shape, latents: latents, hasTint: hasTint)
    form = try file.coder("autoencoder.form", sizes.0, isVariational: isVariational)
    tint = try sizes.1.map { sizes throws(WeightsError) in
      try file.coder("autoencoder.tint", sizes, isVariational: isVariational)
    }
  }
}

extension PartTensors {
  fileprivate mutating func add(_ coder: Coder, as name: String) {
    add(coder.encoder, as: "\(name).encoder")
    add(coder.decoder, as: "\(name).decoder")
    add(coder.centre, shape: [coder.latents], as: "\(name).centre")
    add(coder.spread, shape: [coder.latents], as: "\(name).spread")
  }

  fileprivate func coder(
    _ name: String, _ sizes: AutoEncoder.Sizes, isVariational: Bool
  ) throws(WeightsError) -> Coder {
    Coder(
      encoder: try network(
        "\(name).encoder", inputs: sizes.inputs, hidden: sizes.encoder,
        outputs: sizes.answers(isVariational: isVariational)),
      decoder: try network(
        "\(name).decoder", inputs: sizes.latents, hidden: sizes.decoder, outputs: sizes.inputs),
      latents: sizes.latents,
      centre: try values("\(name).centre", shape: [sizes.latents]),
      spread: try values("\(name).spread", shape: [sizes.latents]))
  }
}

extension TextEncoder {
  fileprivate init(reading file: PartTensors, _ vocabulary: PictureVocabulary)
    throws(WeightsError)
  {
    let words = WeightsMetadata(words: file.words)
    let name = try words.text("text.encoder")
    guard let kind = TextEncoderKind(rawValue: name) else {
      throw .badMetadata(
        key: "text.encoder", text: name,
        expected: TextEncoderKind.allCases.map(\.rawValue).joined(separator: " or "))
    }
    let scale = try words.text("text.scale")
    guard let number = Double(scale), number.isFinite, number > 0 else {
      throw .badMetadata(key: "text.scale", text: scale, expected: "a number above 0")
    }
    let count = Layout(kind: kind, vocabulary: vocabulary).count
    let values = try file.values("text.parameters", shape: [count])
    self.init(
      kind: kind, vocabulary: vocabulary, parameters: values.map(Double.init), scale: number)
  }
}
