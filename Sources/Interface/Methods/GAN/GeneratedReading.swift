import Diffusion
import TextScreen

/// A particle of a GAN: the latent it is made of, and how real the discriminator takes it for.
struct GeneratedReading: LinedReading {
  let number: Int
  let point: Point
  let latent: Point
  /// What the generator makes of the latent.
  let made: Point
  /// What the discriminator says of where it is: D, and its logit. Nil for the exact generator.
  let verdict: (real: Double, logit: Double)?

  init(_ particle: WatchedParticle, by model: GANModel, in state: AppState) {
    number = particle.number
    point = particle.point
    let draws = (state.stage.method as? GANStage)?.draws
    let all = state.playback.direction == .forward ? draws?.codes : draws?.latents
    latent = all?[particle.number] ?? .zero
    made = model.generator.points(of: [latent])[0]
    verdict = model.own.map { own in
      (own.networks.verdicts(at: [particle.point])[0], own.networks.logits(at: [particle.point])[0])
    }
  }

  func lines(_ state: AppState, _ glyphs: Glyphs) -> [ParticleLine] {
    let scale = state.stage.laboratory.mixture.spread
    var lines = [
      ParticleLine("z", Text.pair(latent, scale: 1), note: "latent"),
      ParticleLine("made", Text.pair(made, scale: scale)),
      ParticleLine("now", Text.pair(point, scale: scale)),
    ]
    if let verdict {
      lines += [
        ParticleLine("D", Text.fixed(verdict.real), note: "taken for real"),
        ParticleLine("logit", Text.fixed(verdict.logit), note: "about ln p/q"),
      ]
    }
    return lines
  }

  func sentence(_ state: AppState) -> String {
    let judged = verdict.map { "; the discriminator takes it for real with \(Text.fixed($0.real))" }
    return "Particle \(number) is at \(Text.place(point)); of its latent \(Text.place(latent)) the"
      + " generator makes \(Text.place(made))\(judged ?? "")."
  }
}
