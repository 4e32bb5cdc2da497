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
    if let diffusion {
      file.words["diffusion.latents"] =
        diffusion.groups.map { "\($0.features.latents)" }.joined(separator: " ")
      file.words["diffusion.inputs"] =
        "2 p, then sin and cos of p.f for each row f of frequencies in turn, tanh-like functions of"
        + " the log-SNR, the embedded prompt; p the noisy latents over sqrt(alpha^2 + sigma^2)"
      file.words["diffusion.outputs"] = "v = alpha noise - sigma clean"
      for (number, group) in diffusion.groups.enumerated() {
        file.add(group.network, as: "diffusion.\(number)")
        file.add(
          group.features.frequencies,
          shape: [LatentFeatures.projections, group.features.latents],
          as: "diffusion.\(number).frequencies")
      }
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
      case .diffusion: diffusion = try PromptedDenoiser(reading: file)
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

extension PromptedDenoiser {
  fileprivate init(reading file: PartTensors) throws(WeightsError) {
    let text = try WeightsMetadata(words: file.words).text("diffusion.latents")
    let widths = text.split(separator: " ").map { Int($0) ?? 0 }
    guard widths.allSatisfy({ $0 > 0 }),
      LatentSettings.latentCounts.contains(widths.reduce(0, +))
    else {
      throw .badMetadata(
        key: "diffusion.latents", text: text, expected: "whole numbers whose sum is from 2 to 4")
    }
    groups = try widths.enumerated().map { number, width throws(WeightsError) in
      let frequencies = try file.values(
        "diffusion.\(number).frequencies", shape: [LatentFeatures.projections, width])
      let features = LatentFeatures(latents: width, frequencies: frequencies)
      return LatentGroup(
        network: try file.network(
          "diffusion.\(number)", inputs: features.count, hidden: Self.hidden, outputs: width),
        features: features)
    }
  }
}
