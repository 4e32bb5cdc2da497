import Diffusion

/// What a run of a transport asks: how its points move from another prior.
struct VelocityModel: RunModel {
  let velocityField: any VelocityField

  init(_ velocityField: any VelocityField) { self.velocityField = velocityField }

  /// The network of these weights, or the exact answer where there are none.
  ///
  /// Where there is no exact field either, it is the network as it is before its first step.
  init(_ weights: Weights?, of transport: Transport, in laboratory: Laboratory) {
    if weights == nil, let exact = laboratory.exactVelocityField {
      velocityField = exact
      return
    }
    let network = weights ?? laboratory.transportTrainer(of: transport).weights
    velocityField = laboratory.learnedVelocityField(network, of: transport)
  }

  var weights: (any TrainedWeights)? { (velocityField as? LearnedVelocityField)?.weights }

  /// Of the exact answer each pair of Gaussians of the prior and the data has its own.
  func answersOfStep(_ index: Int, in laboratory: Laboratory) -> Int {
    let pairs = weights == nil ? laboratory.transport?.pairCount ?? 1 : 1
    let perGaussian = max(1, pairs / max(1, laboratory.mixture.components.count))
    return perGaussian * answersOfSampler(index, in: laboratory)
  }

  func knows(_ selection: LabelSelection) -> Bool {
    velocityField.answering(for: selection) != nil
  }

  func refusal(in laboratory: Laboratory) -> String? {
    laboratory.refusal(toLead: velocityField)?.description
  }

  func generation(from start: RunStart, in laboratory: Laboratory) -> Generation {
    let process = laboratory.transportProcess(
      with: laboratory.led(velocityField), given: start.conditioning)
    return Generation(
      start: start.points, labels: start.conditioning.labels,
      steps: process == nil ? 0 : laboratory.grid.steps
    ) { state, step in
      process.map { SamplingState($0.advance(state.points, step: step)) } ?? state
    }
  }

  /// The velocities towards the data, in units of their size.
  func opinions(at places: [Point], of guidance: Guidance, in state: AppState) -> [[Point]] {
    let laboratory = state.stage.laboratory
    guard let transport = laboratory.transport,
      let opinions = try? guidance.opinions(
        of: velocityField, in: transport, asking: state.guides)
    else { return [] }
    let time = state.frame.place.time
    let unit = -1 / laboratory.mixture.spread
    return [opinions.weak, opinions.strong, opinions.guided].map { model in
      model.velocities(
        of: places, given: state.conditioningOfParticle(count: places.count), at: time
      ).map { unit * $0 }
    }
  }

  func look(into particle: WatchedParticle, in state: AppState) -> any ParticleReading {
    state.velocityReading(of: particle, by: velocityField)
  }

  /// Euler's steps from the prior.
  func points(of redraw: Redraw) -> [Point] {
    let time = redraw.subject.time
    guard time < 1 else { return redraw.start.points }
    let process = TransportProcess(
      model: redraw.laboratory.led(velocityField), solver: .euler,
      times: (0...Redraw.steps).map { 1 + (time - 1) * Double($0) / Double(Redraw.steps) },
      conditioning: redraw.start.conditioning
    ) { _, count in Array(repeating: .zero, count: count) }
    return process.run(from: redraw.start.points)
  }
}

extension RunModel {
  /// The velocity field that it asks, where that is what it asks.
  var velocityField: (any VelocityField)? {
    guard let model = self as? VelocityModel else { return nil }
    // Said with its type, it is the field that is kept and not this one again.
    let field: any VelocityField = model.velocityField
    return field
  }
}

extension Laboratory {
  /// The velocity field a network tells, which is told labels if the experiment passes them.
  func learnedVelocityField(_ weights: Weights, of transport: Transport) -> LearnedVelocityField {
    LearnedVelocityField(
      weights: weights, of: transport,
      isLabelPassed: experiment.transport?.isLabelPassed ?? false)
  }

  /// A velocity field as runs ask it: guided, or as it is where guidance cannot lead it.
  func led(_ velocityField: any VelocityField) -> any VelocityField {
    do throws(TransportError) { return try guided(velocityField) } catch { return velocityField }
  }

  /// Why guidance cannot lead a velocity field; nil where it can or is not asked to.
  func refusal(toLead velocityField: any VelocityField) -> TransportError? {
    do throws(TransportError) {
      _ = try guided(velocityField)
      return nil
    } catch {
      return error
    }
  }
}
