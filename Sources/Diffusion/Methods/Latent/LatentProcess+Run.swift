extension LatentProcess {
  /// A run under prompts, one after another for the latents in turn.
  ///
  /// - Parameter weight: how far to go to the prompt's own estimate; nil for as the settings say.
  public func run(
    by parts: LatentParts, prompts: [PicturePrompt], count: Int, weight: Double? = nil,
    in laboratory: Laboratory
  ) throws(GenerationError) -> LatentRun {
    let missing = settings.generator.parts.filter { !parts.has($0) }.map(\.id)
    if !missing.isEmpty {
      throw GenerationError(
        "a prompt needs \(missing.joined(separator: ", ")), which \(missing.count == 1 ? "is" : "are")"
          + " not there")
    }
    if parts.word == nil, prompts.contains(where: { $0.asksForNewWord(in: settings.vocabulary) }) {
      throw GenerationError(
        "the word * means nothing yet; 'stipple train latent --part word --pictures FILE' learns it"
          + " from pictures, and --model takes its file too")
    }
    let known = parts.text?.knowing(parts.word)
    let asked = Asked(
      prompts, count: count, weight: weight ?? settings.promptWeight,
      isGuided: settings.negation == .guidance)
    switch settings.generator {
    case .diffusion:
      guard let denoiser = parts.diffusion, let text = known else { break }
      try check(denoiser.latents)
      let terms = asked.terms { text.embedding(of: $0) }
      return LatentRun(
        asking: try led(PromptedLatents(denoiser, terms: terms), by: parts, in: laboratory),
        latents: denoiser.latents, count: count, in: laboratory)
    case .autoregressive:
      guard let model = parts.autoregressive, let text = known else { break }
      try check(model.latents)
      let terms = asked.terms { text.embedding(of: $0) }
      return LatentRun(asking: model, terms: terms, count: count, in: laboratory)
    case .dallE, .dallEAutoregressive:
      guard let denoiser = parts.unclip else { break }
      try check(denoiser.latents)
      // The prior's own run is made with the first step, by whoever makes that.
      let told = PromptedLatents(denoiser, termCount: 1) {
        let embeddings = embeddings(asked, by: parts, in: laboratory)
        return [PromptedLatents.Term(embeddings: embeddings.flatMap(\.self), weight: 1)]
      }
      return LatentRun(
        asking: try led(told, by: parts, in: laboratory),
        atFirst: PromptedLatents(denoiser, terms: []), latents: denoiser.latents, count: count,
        in: laboratory)
    }
    throw GenerationError("a part is not there")
  }

  /// The discs of the region that is asked for; nil where none is.
  public func discs(
    by parts: LatentParts, in laboratory: Laboratory
  ) throws(GenerationError) -> [LatentRegion.Disc]? {
    guard let region = settings.region else { return nil }
    let stream = laboratory.experiment.randomness.stream(.reference, step: 5)
    guard let discs = region.discs(by: parts, of: settings.pictures, from: stream) else {
      throw GenerationError("the region of a subject needs autoencoder, which is not there")
    }
    return discs
  }

  private func led(
    _ denoiser: PromptedLatents, by parts: LatentParts, in laboratory: Laboratory
  ) throws(GenerationError) -> any Denoiser {
    guard let discs = try discs(by: parts, in: laboratory) else { return denoiser }
    return RegionDenoiser(
      base: denoiser, discs: discs,
      width: PromptedLatents.points(perLatent: settings.latents))
  }

  private func check(_ latents: Int) throws(GenerationError) {
    if latents == settings.latents { return }
    throw GenerationError(
      "the parts have learned \(latents) latents, and latents is \(settings.latents)")
  }

  /// CLIP's embeddings of pictures that are still to be made, by a prior from those of the prompts.
  private func embeddings(
    _ asked: Asked, by parts: LatentParts, in laboratory: Laboratory
  ) -> [[Float]] {
    guard let clip = parts.clip, let prior = parts.prior else { return [] }
    let terms = asked.terms { clip.embeddings(ofTexts: [$0])[0] }
    let run =
      settings.generator == .dallE
      ? LatentRun(
        asking: PromptedLatents(prior.diffusion, terms: terms), latents: PictureMatcher.width,
        count: asked.count, pass: 1, in: laboratory)
      : LatentRun(asking: prior.autoregressive, terms: terms, count: asked.count, in: laboratory)
    return clip.brought(run.finish())
  }

  /// Pictures twice as large, made of small ones by the cascade.
  ///
  /// - Parameter noise: how much noise is on what the cascade is told, from 0 to 1 in units of its
  ///   pixels' spread.
  public func enlarged(
    _ pictures: [[Float]], by cascade: PictureCascade, noise: Double, in laboratory: Laboratory
  ) -> [[Float]] {
    let split = pictures.map(FormAndTint.init(of:))
    var stream = laboratory.experiment.randomness.stream(.reference, step: 22)
    var told = split.flatMap(\.form).map(PictureCascade.units)
    LatentNoise.add(to: &told, deviation: Float(noise), from: &stream)
    let run = LatentRun(
      asking: CascadeDenoiser(cascade: cascade, told: told, noise: Float(noise)),
      latents: cascade.network.outputs, count: pictures.count, pass: 3, in: laboratory)
    return zip(run.finish(), split).map { form, small in
      FormAndTint(form: form.map(PictureCascade.brightness), tint: small.tint).pixels
    }
  }
}

/// What is asked for, as terms of an estimate: towards the prompts, and away from each unwanted word.
private struct Asked {
  let count: Int
  private let prompts: [PicturePrompt]
  private let weight: Double
  private let isGuided: Bool

  /// How far words after `not` are turned away from.
  private static let turn = 2.0

  init(_ prompts: [PicturePrompt], count: Int, weight: Double, isGuided: Bool) {
    (self.prompts, self.count, self.weight, self.isGuided) = (prompts, count, weight, isGuided)
  }

  /// None where no prompt says anything.
  func terms(_ embed: ([Int]) -> [Float]) -> [PromptedLatents.Term] {
    if prompts.allSatisfy({ $0.tokens.isEmpty }) { return [] }
    let own = prompts.map { embed(isGuided ? $0.wanted : $0.tokens) }
    let most = isGuided ? prompts.map(\.unwanted.count).max() ?? 0 : 0
    var terms = [
      PromptedLatents.Term(embeddings: each(own), weight: weight + (most > 0 ? Self.turn : 0))
    ]
    for index in 0..<most {
      // Away from the same with the unwanted word: what that alone adds.
      let away = prompts.map { prompt in
        embed(prompt.wanted + prompt.unwanted.dropFirst(index).prefix(1))
      }
      terms.append(
        PromptedLatents.Term(embeddings: each(away), weight: -Self.turn / Double(most)))
    }
    return terms
  }

  private func each(_ rows: [[Float]]) -> [Float] {
    (0..<count).flatMap { rows[$0 % rows.count] }
  }
}
