/// Latents of the standard normal, and what makes points of them.
public struct GANProcess: AtOnceProcess, JointProcess {
  public typealias Learner = GANLearner

  public static let method = Method.gan

  public let settings: GANSettings
  /// The generator whose samples are data.
  public let exact: ExactGenerator

  public var subject: GANStabilizer { settings.stabilizer }
  public var exactModel: any LatentGenerator { exact }

  public func model(learned weights: GANWeights) -> any LatentGenerator { weights.networks }
  public func calls(of model: any LatentGenerator, in laboratory: Laboratory) -> Int { 1 }

  /// The latents that runs set out from, drawn by the experiment's seed.
  public func start(count: Int, in laboratory: Laboratory) -> [Point] {
    var stream = laboratory.experiment.randomness.stream(.start)
    return stream.normalPoints(count)
  }

  /// A run in a single step.
  ///
  /// - Parameter start: latents.
  public func generation(
    by generator: any LatentGenerator, from start: [Point], in laboratory: Laboratory
  ) -> Generation {
    Generation(start: start, steps: 1) { state, _ in
      SamplingState(generator.points(of: state.points))
    }
  }
}

extension Laboratory {
  /// What the adversarial networks are built of; nil where the method is another.
  public var gan: GANProcess? { process as? GANProcess }
}
