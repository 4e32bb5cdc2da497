import Diffusion

extension SampleCommand {
  /// Draws samples from another prior than the standard normal.
  func sampleTransport(in laboratory: Laboratory, on console: Console) throws {
    let model = try laboratory.velocityField(
      of: velocityField(in: laboratory, on: console),
      with: guidance.helpers(forTransport: laboratory, on: console))
    let start = try transportStart(in: laboratory, on: console)
    let noise = try noise.map { path throws(InputError) in
      try NoiseFile.read(path, points: start.points.count)
    }
    let names = laboratory.mixture.labels
    guard
      let run = SamplingRun(
        of: model, given: start.conditioning, in: laboratory,
        labels: start.conditioning.labels?.map { names[$0] }, noise: noise)
    else { return }
    try console.notingTolerance(of: laboratory) {
      try output(run, from: start.points, on: console)
    }
    console.noteStepSize(of: laboratory)
    console.noteNoiseEnd(of: laboratory)
  }

  private func transportStart(
    in laboratory: Laboratory, on console: Console
  ) throws -> RunStart {
    if startScale == .sigma {
      throw InputError(
        "--start-scale: with another prior the start is what the prior makes of noise")
    }
    let count = self.count.count ?? laboratory.experiment.particles
    guard let initial else {
      return laboratory.transportStart(count: count) ?? RunStart(points: [])
    }
    let file = try console.points(initial, as: form.form)
    return try TransportStartFile(path: initial, file: file).start(in: laboratory)
  }
}

extension DrawingCommand {
  /// The model of the velocity field that is asked for, without guidance.
  func velocityField(
    in laboratory: Laboratory, on console: Console
  ) throws(InputError) -> any VelocityField {
    if model.model != ModelOption.exact {
      return try laboratory.velocityField(inFile: model.model, on: console)
    }
    guard let velocityField = laboratory.exactVelocityField else {
      let coupling = laboratory.experiment.transport?.coupling ?? .independent
      throw InputError(TransportError.noExactField(coupling).description)
    }
    return velocityField
  }
}

extension GuidanceOptions {
  /// The networks that guidance asks besides the model of a transport.
  func helpers(
    forTransport laboratory: Laboratory, on console: Console
  ) throws(InputError) -> GuidanceHelpers {
    try checkWeaker(of: laboratory)
    return GuidanceHelpers(
      weakerVelocityField: try weak.map { path throws(InputError) in
        try laboratory.velocityField(inFile: path, on: console)
      })
  }
}

extension Laboratory {
  /// The model of the velocity field as runs ask it: guided as the experiment says.
  func velocityField(
    of model: any VelocityField, with helpers: GuidanceHelpers
  ) throws(InputError) -> any VelocityField {
    do throws(TransportError) {
      return try guided(model, awayFrom: helpers.weakerVelocityField)
    } catch {
      throw InputError(error.description)
    }
  }

  /// The velocity field of a network in a file.
  func velocityField(
    inFile path: String, on console: Console
  ) throws(InputError) -> LearnedVelocityField {
    let transport = try neededTransport
    let weights = try WeightFile.read(path, as: Weights.self, for: self, on: console)
    let isLabelPassed = experiment.transport?.isLabelPassed ?? false
    if isLabelPassed && weights.labels.isEmpty {
      throw InputError(
        "the network was told no labels, and label_passed is true; train it from this preset, or"
          + " set label_passed: false", file: path)
    }
    return LearnedVelocityField(weights: weights, of: transport, isLabelPassed: isLabelPassed)
  }

  /// The transport of a laboratory that has one.
  var neededTransport: Transport {
    get throws(InputError) {
      guard let transport else { throw InputError("the preset has no prior of its own") }
      return transport
    }
  }
}
