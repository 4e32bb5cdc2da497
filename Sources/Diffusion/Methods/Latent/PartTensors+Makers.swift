/// Parts that make one thing of another, in files.
extension PartTensors {
  /// The fingerprints of what a part has learned from, as `diffusion.learned_from.autoencoder`.
  mutating func add(_ basis: PartBasis, of part: LatentPart) {
    for (needed, text) in basis.fingerprints {
      words["\(part.id).learned_from.\(needed.id)"] = text
    }
  }

  func basis(of part: LatentPart) throws(WeightsError) -> PartBasis {
    var basis = PartBasis()
    for needed in part.needs {
      basis.fingerprints[needed] =
        try WeightsMetadata(words: words).text("\(part.id).learned_from.\(needed.id)")
    }
    return basis
  }

  mutating func add(_ denoiser: PromptedDenoiser, as name: String, of part: LatentPart) {
    words["\(name).latents"] =
      denoiser.groups.map { "\($0.features.latents)" }.joined(separator: " ")
    words["\(name).inputs"] =
      "2 p, then sin and cos of p.f for each row f of frequencies in turn, tanh-like functions of"
      + " the log-SNR, the embedded prompt; p the noisy latents over sqrt(alpha^2 + sigma^2)"
    words["\(name).outputs"] = "v = alpha noise - sigma clean"
    add(denoiser.basis, of: part)
    for (number, group) in denoiser.groups.enumerated() {
      add(group.network, as: "\(name).\(number)")
      add(
        group.features.frequencies, shape: [LatentFeatures.projections, group.features.latents],
        as: "\(name).\(number).frequencies")
    }
  }

  /// - Parameter counts: how many numbers it may make.
  func denoiser(
    _ name: String, of part: LatentPart, _ counts: ClosedRange<Int>
  ) throws(WeightsError) -> PromptedDenoiser {
    let text = try WeightsMetadata(words: words).text("\(name).latents")
    let widths = text.split(separator: " ").map { Int($0) ?? 0 }
    guard widths.allSatisfy({ $0 > 0 && counts.upperBound >= $0 }),
      counts.contains(widths.reduce(0, +))
    else {
      throw .badMetadata(
        key: "\(name).latents", text: text,
        expected: "whole numbers whose sum is from \(counts.lowerBound) to \(counts.upperBound)")
    }
    let groups = try widths.enumerated().map { number, width throws(WeightsError) in
      let frequencies = try values(
        "\(name).\(number).frequencies", shape: [LatentFeatures.projections, width])
      let features = LatentFeatures(latents: width, frequencies: frequencies)
      return LatentGroup(
        network: try network(
          "\(name).\(number)", inputs: features.count, hidden: PromptedDenoiser.hidden,
          outputs: width),
        features: features)
    }
    return PromptedDenoiser(groups: groups, basis: try basis(of: part))
  }

  mutating func add(_ model: AutoregressiveLatents, as name: String, of part: LatentPart) {
    words["\(name).latents"] = "\(model.latents)"
    words["\(name).inputs"] =
      "for each number, 0 where it is not known: itself, sin and cos of 1, 2 and 4 times it; 1 for the"
      + " number that is asked for; the embedded prompt"
    words["\(name).outputs"] =
      "scores of \(AutoregressiveLatents.cells) equal cells from -\(AutoregressiveLatents.reach) to"
      + " \(AutoregressiveLatents.reach)"
    add(model.basis, of: part)
    add(model.network, as: "\(name).network")
  }

  /// - Parameter counts: how many numbers it may make.
  func autoregressive(
    _ name: String, of part: LatentPart, _ counts: ClosedRange<Int>
  ) throws(WeightsError) -> AutoregressiveLatents {
    let latents: Int = try WeightsMetadata(words: words).number("\(name).latents")
    guard counts.contains(latents) else {
      throw .badMetadata(
        key: "\(name).latents", text: "\(latents)",
        expected: "a whole number from \(counts.lowerBound) to \(counts.upperBound)")
    }
    return AutoregressiveLatents(
      network: try network(
        "\(name).network", inputs: AutoregressiveLatents.inputs(latents: latents),
        hidden: AutoregressiveLatents.hidden, outputs: AutoregressiveLatents.cells),
      latents: latents, basis: try basis(of: part))
  }
}
