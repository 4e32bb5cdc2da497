/// Latents of the standard normal, and what makes points of them.
public struct VAEProcess: AtOnceProcess, JointProcess {
  public typealias Learner = VAELearner

  public static let method = Method.vae

  public let settings: VAESettings
  /// The exact map.
  public let exact: ExactLatentMap

  public var subject: VAESettings { settings }
  public var exactModel: any LatentMap { exact }

  init(settings: VAESettings, map: ExactQuantileMap) {
    self.settings = settings
    exact = ExactLatentMap(map: map, latents: settings.latents)
  }

  /// The latents that runs set out from, drawn by the experiment's seed; of one number (z, 0).
  public func start(count: Int, in laboratory: Laboratory) -> [Point] {
    var stream = laboratory.experiment.randomness.stream(.start)
    let normals = stream.normalPoints(count)
    return settings.latents == 2 ? normals : normals.map { Point($0.x, 0) }
  }

  /// The normal numbers that points lie around their means by, two for each.
  public func noise(count: Int, in laboratory: Laboratory) -> [Point] {
    var stream = laboratory.experiment.randomness.stream(.sampling)
    return stream.normalPoints(count)
  }

  public func model(learned weights: VAEWeights) throws(GenerationError) -> any LatentMap {
    guard weights.networks.latents == settings.latents else {
      throw GenerationError(
        "the network has learned latents of \(weights.networks.latents) numbers, and latents is"
          + " \(settings.latents)")
    }
    return weights.networks
  }

  public func calls(of model: any LatentMap, in laboratory: Laboratory) -> Int { 1 }

  /// A run in two steps: to the means that latents are decoded to, and to points around them.
  ///
  /// - Parameter start: latents.
  public func generation(
    by map: any LatentMap, from start: [Point], in laboratory: Laboratory
  ) -> Generation {
    let noise = noise(count: start.count, in: laboratory)
    return Generation(start: start, steps: 2) { state, step in
      SamplingState(
        step == 0
          ? map.means(of: state.points)
          : map.points(of: start, around: state.points, noise: noise))
    }
  }
}

extension Laboratory {
  /// What the variational auto-encoder is built of; nil where the method is another.
  public var vae: VAEProcess? { process as? VAEProcess }
}
