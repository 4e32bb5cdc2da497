import Foundation

/// Who leads the ways that a network of jumps learns on.
public enum FlowMapTeacher: Codable, Hashable, Sendable {
  /// Nobody: straight pairs of clean points and noise.
  case nobody
  /// The exact field of the data.
  case exact
  /// A trained denoiser.
  case network(FlowMapTeacherFile)

  /// The teacher as a model; nil for nobody.
  func denoiser(
    for experiment: Experiment, in mixture: GaussianMixture
  ) throws(ExperimentError) -> (any Denoiser)? {
    switch self {
    case .nobody: return nil
    case .exact: return ExactDenoiser(mixture: mixture)
    case .network(let file): return try file.denoiser(for: experiment)
    }
  }
}

/// A trained denoiser with the file it comes from, so that an experiment is whole without it.
public struct FlowMapTeacherFile: Codable, Hashable, Sendable {
  /// The name of the file, as it was found.
  public let name: String
  /// A safetensors file of weights.
  public let bytes: Data

  public init(name: String, bytes: Data) {
    self.name = name
    self.bytes = bytes
  }

  /// The network, which has to have learned the same data, in the frame of the experiment.
  fileprivate func denoiser(
    for experiment: Experiment
  ) throws(ExperimentError) -> any Denoiser {
    let data = experiment.distribution.title
    let weights: Weights
    let frame: Standardization
    do {
      frame = try experiment.frame()
    } catch {
      throw ExperimentError(path: ["distribution"], description: "\(error)")
    }
    do throws(WeightsError) {
      weights = try Weights(decoding: bytes)
    } catch {
      throw unusable(error.description)
    }
    guard !weights.isOfTransport, weights.data == data else {
      throw unusable(
        "it has learned \(weights.data.excerpt), not \(data.excerpt); train one on these data, or say"
          + " teacher: exact")
    }
    return LearnedDenoiser(weights: weights.seen(in: frame))
  }

  private func unusable(_ words: String) -> ExperimentError {
    ExperimentError(
      path: ["training", "teacher"], description: "the teacher \(name.excerpt): \(words)")
  }
}
