import Diffusion

/// What a run asks: about the noise in its points, or about how they move from another prior.
public enum RunModel: Sendable {
  case denoiser(any Denoiser)
  case velocityField(any VelocityField)

  /// The network of these weights, or the exact answer where there are none.
  ///
  /// A transport that has no exact field is followed by the network as it is before its first step.
  init(_ weights: Weights?, in laboratory: Laboratory) {
    guard let transport = laboratory.transport else {
      self = .denoiser(weights.map { LearnedDenoiser(weights: $0) } ?? laboratory.exactDenoiser)
      return
    }
    if weights == nil, let exact = laboratory.exactVelocityField {
      self = .velocityField(exact)
      return
    }
    let network = weights ?? laboratory.transportTrainer()?.weights
    self =
      network.map { .velocityField(laboratory.learnedVelocityField($0, of: transport)) }
      ?? .denoiser(laboratory.exactDenoiser)
  }

  /// The network's weights; nil for the exact answer.
  public var weights: Weights? {
    switch self {
    case .denoiser(let model): (model as? LearnedDenoiser)?.weights
    case .velocityField(let model): (model as? LearnedVelocityField)?.weights
    }
  }

  /// Whether it can be asked for some labels alone.
  func knows(_ selection: LabelSelection) -> Bool {
    switch self {
    case .denoiser(let model): model.conditioned(on: selection) != nil
    case .velocityField(let model): model.answering(for: selection) != nil
    }
  }

  /// The model of the velocity field, where there is one.
  var velocityField: (any VelocityField)? {
    if case .velocityField(let velocityField) = self { velocityField } else { nil }
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
