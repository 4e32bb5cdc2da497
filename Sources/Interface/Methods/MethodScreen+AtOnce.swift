import Diffusion

extension MethodScreen {
  /// The screen of a method that makes every sample at once, without noise levels on the way: what is
  /// seen of its runs is one particle after the other having its turn.
  ///
  /// - Parameters:
  ///   - way: what the forward run follows.
  ///   - maker: what makes samples, as in `a decoder has no curl of its own`.
  ///   - start: what runs set out from, as in `start from normal latents`.
  ///   - name: what stands for a sampler.
  static func atOnce(
    _ method: Method, predictor: String, forward: RunWords, reverse: RunWords, way: String,
    maker: String, start: String, name: String, plane: any MethodPlane,
    comparison: ComparisonWords, offers: MethodOffers = MethodOffers(),
    stage: @escaping @Sendable (Laboratory, (any StagedMethod)?) -> (any StagedMethod)?
  ) -> MethodScreen {
    MethodScreen(
      method: method, field: "score", predictor: predictor, forward: forward, reverse: reverse,
      forwardWay: { _ in way }, level: { _ in "nothing is noised" },
      labels: ("labels", "colour: the label"),
      curl: ("curl", "|curl|", "ground: a \(maker) has no curl of its own"),
      tiltedHere: "ground: nothing is tilted here", lobes: "p(x0 | x_t)",
      wrongStart: "start from \(start)", name: { _ in name }, plane: plane, comparison: comparison,
      offers: offers, hasLevels: false, watched: { $0.inTurns },
      stage: Self.always(stage, of: method))
  }
}

extension Laboratory {
  /// The same with as many stops as particles can be watched having their turns.
  fileprivate var inTurns: Laboratory {
    visiting(GridKind.trailing.grid(on: schedule, steps: min(Self.mostStops, schedule.timesteps)))
  }

  private static let mostStops = 100
}

extension Marginal {
  /// The data, where all samples are whole; nil on the way, where some are half made.
  static func ofWholeSamples(at place: RunPlace, in laboratory: Laboratory) -> Marginal? {
    guard place.time == 0 else { return nil }
    var data = Marginal.diffused(laboratory.mixture.diffused(to: .clean), of: laboratory.mixture)
    data.estimate = nil
    return data
  }
}
