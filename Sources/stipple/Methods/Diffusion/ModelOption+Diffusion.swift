import Diffusion

/// A denoiser that a flag names, before anything guides it.
struct ChosenDenoiser {
  enum Kind {
    case exact
    /// Of the known points.
    case empirical
    case learned(LearnedDenoiser)
  }

  let kind: Kind

  /// The network, if it is one.
  var network: LearnedDenoiser? {
    if case .learned(let network) = kind { network } else { nil }
  }

  /// The model in a laboratory.
  func denoiser(in laboratory: Laboratory) -> any Denoiser {
    switch kind {
    case .exact: laboratory.exactDenoiser
    case .empirical: laboratory.empiricalDenoiser ?? laboratory.exactDenoiser
    case .learned(let network): network
    }
  }

  /// The laboratory as the model knows it: with the known points alone, or with all.
  func laboratory(_ laboratory: Laboratory) -> Laboratory {
    if case .empirical = kind { return laboratory.empirical ?? laboratory }
    return laboratory
  }

  /// The mixture that the model is the closed-form answer for; nil for a network.
  func mixture(in laboratory: Laboratory) -> GaussianMixture? {
    switch kind {
    case .exact: laboratory.mixture
    case .empirical: laboratory.trainingMixture
    case .learned: nil
    }
  }

  /// The mixture whose posterior means are the answers of the model, guided as the experiment says;
  /// nil where they are those of none.
  func guidedMixture(in laboratory: Laboratory) -> GaussianMixture? {
    guard let guidance = laboratory.guidance else { return mixture(in: laboratory) }
    if case .exact = kind, guidance.specification.weight == 1 { return laboratory.target }
    return nil
  }
}

extension ModelOption {
  /// The denoiser that is asked for.
  func denoiser(
    for laboratory: Laboratory, console: Console
  ) throws(InputError) -> ChosenDenoiser {
    switch model {
    case Self.exact: ChosenDenoiser(kind: .exact)
    case Self.empirical: ChosenDenoiser(kind: .empirical)
    default:
      ChosenDenoiser(
        kind: .learned(
          LearnedDenoiser(
            weights: try WeightFile.read(
              model, as: Weights.self, for: laboratory, on: console))))
    }
  }
}
