import Diffusion
import TextScreen

extension MethodScreen {
  /// The screen of a method that noises data as diffusion does, and goes back its own way.
  ///
  /// - Parameters:
  ///   - way: what the forward run follows, or how much of it is known.
  ///   - curl: what is said where the curl of a field is shaded.
  ///   - tilted: what the tilted densities of this moment are, after `ground: `.
  ///   - lobes: where the particle may come from, as far as it is drawn.
  ///   - name: what a sampler is called.
  ///   - watched: the laboratory with stops also where a run makes none.
  static func noising(
    _ method: Method, predictor: String, reverse: RunWords,
    way: @escaping @Sendable (Stage) -> String = { $0.way.rawValue },
    curl: String = "curl of the learned field, which should be none; every shade doubles it",
    tilted: String, lobes: String = "p(x0 | x_t)",
    name: @escaping @Sendable (Sampler) -> String = { $0.title }, plane: any MethodPlane,
    comparison: ComparisonWords, offers: MethodOffers = MethodOffers(),
    watched: @escaping @Sendable (Laboratory) -> Laboratory = { $0 },
    stage: @escaping @Sendable (Laboratory, (any StagedMethod)?) -> (any StagedMethod)?
  ) -> MethodScreen {
    MethodScreen(
      method: method, field: "score", predictor: predictor,
      forward: RunWords(short: "noising", long: "Forward, noising"), reverse: reverse,
      forwardWay: way,
      level: { level in
        "alpha-bar \(Text.short(level.alphaBar)), log-SNR \(Text.short(level.logSNR))"
      },
      labels: ("labels", "colour: the label"), curl: ("curl", "|curl|", "ground: \(curl)"),
      tiltedHere: "ground: \(tilted)", lobes: lobes, wrongStart: "start from pure noise",
      name: name, plane: plane, comparison: comparison, offers: offers, watched: watched,
      stage: Self.always(stage, of: method))
  }

  /// What puts a method on the stage, whose laboratory is one of the method.
  static func always(
    _ stage: @escaping @Sendable (Laboratory, (any StagedMethod)?) -> (any StagedMethod)?,
    of method: Method
  ) -> @Sendable (Laboratory, (any StagedMethod)?) -> any StagedMethod {
    { laboratory, before in
      guard let staged = stage(laboratory, before) else {
        preconditionFailure("an experiment of \(method.id) builds what it runs")
      }
      return staged
    }
  }
}
