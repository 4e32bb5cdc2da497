import Diffusion
import TextScreen

extension MethodScreen {
  static let vae = MethodScreen.atOnce(
    .vae, predictor: "decoder",
    forward: RunWords(short: "to latents", long: "Forward, to latents"),
    reverse: RunWords(short: "decoding", long: "Reverse, decoding latents"),
    way: "by the exact map", maker: "decoder", start: "normal latents", name: "decoder",
    plane: VAEPlane(), comparison: .vae,
    offers: MethodOffers(
      commands: Command.vae, panels: [.latents], figures: LessonFigure.vae),
    stage: { VAEStage($0, replacing: $1) })
}

extension ComparisonWords {
  static let vae = ComparisonWords(
    difference: { experiment, other in
      guard let own = experiment.autoEncoder else { return [] }
      guard let others = other.autoEncoder else { return ["vae"] }
      return (own.beta == others.beta ? [] : ["beta \(Text.short(own.beta))"])
        + (own.latents == others.latents ? [] : ["latents \(own.latents)"])
        + (own.spread == others.spread ? [] : ["spread \(own.spread.words)"])
    }, namesSampler: true,
    changes: { experiment, _ in
      experiment.autoEncoder.map {
        ["beta \(Text.short($0.beta))", "latents \($0.latents)", "spread \($0.spread.words)"]
      } ?? []
    })
}

extension VAESettings.Spread {
  var words: String {
    switch self {
    case .learned: "learned"
    case .fixed(let spread): Text.short(spread)
    }
  }
}

extension Command {
  /// What is said of a variational auto-encoder.
  static let vae = [
    Command(
      "set beta", "B", example: "4",
      "the weight of the divergence that vae learns with; 1 is the bound",
      choices: { _ in [] }, current: { $0.experiment.autoEncoder.map { Text.short($0.beta) } }
    ) { value, state in
      try state.changedAutoEncoder { settings in
        guard let beta = Double(value), VAESettings.betas.contains(beta) else {
          throw CommandError(
            "beta must be from 0 to \(Text.short(VAESettings.betas.upperBound)), not"
              + " '\(value.excerpt)'")
        }
        settings.beta = beta
      }
    },
    Command(
      "set latents", "1|2", example: "1", "how many numbers a latent of vae has",
      choices: {
        $0.experiment.autoEncoder == nil ? [] : VAESettings.latentCounts.map(String.init)
      },
      current: { $0.experiment.autoEncoder.map { String($0.latents) } }
    ) { value, state in
      try state.changedAutoEncoder { settings in
        guard let latents = Int(value), VAESettings.latentCounts.contains(latents) else {
          throw CommandError("latents must be 1 or 2, not '\(value.excerpt)'")
        }
        settings.latents = latents
      }
    },
    Command(
      "set spread", "S", example: "learned",
      "how wide the decoder of vae answers: learned, or a standard deviation",
      choices: { $0.experiment.autoEncoder == nil ? [] : ["learned"] },
      current: { $0.experiment.autoEncoder?.spread.words }
    ) { value, state in
      try state.changedAutoEncoder { settings in
        if value == "learned" {
          settings.spread = .learned
        } else if let spread = Double(value), VAESettings.spreads.contains(spread) {
          settings.spread = .fixed(spread)
        } else {
          throw CommandError(
            "spread must be learned, or from \(VAESettings.spreads.lowerBound) to"
              + " \(Int(VAESettings.spreads.upperBound)), not '\(value.excerpt)'")
        }
      }
    },
  ]
}

extension AppState {
  fileprivate func changedAutoEncoder(
    _ change: (inout VAESettings) throws -> Void
  ) throws -> [Action] {
    guard var settings = experiment.autoEncoder else {
      throw CommandError("only vae encodes points like this; 'preset vae' shows it")
    }
    try change(&settings)
    var changed = experiment
    changed.autoEncoder = settings
    return [.experiment(.change(changed))]
  }
}
