import Diffusion

/// What a run asks: about the noise in its points, or about how they move from another prior.
public enum RunModel: Sendable {
  case denoiser(any Denoiser)
  case motion(any TransportModel)

  /// The network of these weights, or the exact answer where there are none.
  ///
  /// A transport that has no exact field is followed by the network as it is before its first step.
  init(_ weights: Weights?, in laboratory: Laboratory) {
    guard let transport = laboratory.transport else {
      self = .denoiser(weights.map { LearnedDenoiser(weights: $0) } ?? laboratory.exactDenoiser)
      return
    }
    if weights == nil, let exact = laboratory.exactMotion {
      self = .motion(exact)
      return
    }
    let network = weights ?? laboratory.transportTrainer()?.weights
    self =
      network.map { .motion(laboratory.learnedMotion($0, of: transport)) }
      ?? .denoiser(laboratory.exactDenoiser)
  }

  /// The network's weights; nil for the exact answer.
  public var weights: Weights? {
    switch self {
    case .denoiser(let model): (model as? LearnedDenoiser)?.weights
    case .motion(let model): (model as? LearnedMotion)?.weights
    }
  }

  /// Whether it can be asked for some labels alone.
  func knows(_ selection: LabelSelection) -> Bool {
    switch self {
    case .denoiser(let model): model.conditioned(on: selection) != nil
    case .motion(let model): model.answering(for: selection) != nil
    }
  }

  /// The model of the motion, where there is one.
  var motion: (any TransportModel)? {
    if case .motion(let motion) = self { motion } else { nil }
  }
}

extension Laboratory {
  /// The motion a network tells, which is told labels if the experiment passes them.
  func learnedMotion(_ weights: Weights, of transport: Transport) -> LearnedMotion {
    LearnedMotion(
      weights: weights, of: transport,
      isLabelPassed: experiment.transport?.isLabelPassed ?? false)
  }

  /// A motion as runs ask it: guided, or as it is where guidance cannot lead it.
  func led(_ motion: any TransportModel) -> any TransportModel {
    do throws(TransportError) { return try guided(motion) } catch { return motion }
  }

  /// Why guidance cannot lead a motion; nil where it can or is not asked to.
  func refusal(toLead motion: any TransportModel) -> TransportError? {
    do throws(TransportError) {
      _ = try guided(motion)
      return nil
    } catch {
      return error
    }
  }
}
