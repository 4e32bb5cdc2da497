extension LatentProcess {
  /// The same with nothing asked for.
  public var free: LatentProcess {
    var settings = settings
    settings.region = nil
    return LatentProcess(settings: settings, prompt: .empty)
  }

  /// Samples made by some parts under no prompt, to be judged: the pictures that are decoded of them, as points of the
  /// plane of the data by its principal components.
  public func qualityRun(
    by parts: LatentParts, count: Int, in laboratory: Laboratory
  ) -> QualityRun? {
    guard let autoencoder = parts.autoencoder,
      let run = try? free.run(by: parts, prompts: [.empty], count: count, in: laboratory)
    else { return nil }
    let (meter, sampler) = (laboratory.meter(count: count), laboratory.experiment.sampler.kind)
    let plane = settings.pictures.plane
    let steps = laboratory.grid.steps
    return QualityRun(
      start: run.start, steps: steps, cost: Self.cost * count,
      advance: run.advance
    ) { points in
      let latents = PromptedLatents.latents(of: points, run.latents)
      let pictures = autoencoder.pictures(of: latents)
      return QualityMeasurement(
        report: meter.report(on: pictures.map(plane.point), networkCalls: steps), scoreErrors: [],
        sampler: sampler, steps: steps)
    }
  }

  /// What a step costs for one latent, in calls of a small model.
  private static let cost = 12
}

extension PictureSource {
  /// The plane that its pictures are points of for other methods.
  public var plane: PrincipalPlane {
    switch self {
    case .digits: Distribution.digitPlane
    case .given(let pictures): PrincipalPlane(of: pictures.pictures.map(\.pixels))
    }
  }
}
