import Diffusion
import TextScreen

/// A particle of a GAN: the latent it is made of, and how real the discriminator takes it for.
struct GeneratedReading: ParticleReading {
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

  func reach(spread: Double) -> Double { spread }
  func fits(in room: Rect) -> Bool { true }

  func draw(_ state: AppState, on surface: inout Surface, in room: Rect) {
    var rest = room
    for line in lines(state).prefix(room.height) { surface.write(line, in: rest.takeTop(1)) }
  }

  /// The most telling first.
  private func lines(_ state: AppState) -> [StyledText] {
    let scale = state.stage.laboratory.mixture.spread
    var lines = [
      name("z") + Text.pair(latent, scale: 1) + .label("  latent"),
      name("made") + Text.pair(made, scale: scale),
      name("now") + Text.pair(point, scale: scale),
    ]
    if let verdict {
      lines.append(
        name("D") + Text.fixed(verdict.real) + .label("  taken for real")
      )
      lines.append(name("logit") + Text.fixed(verdict.logit) + .label("  about ln p/q"))
    }
    return lines
  }

  private func name(_ text: String) -> StyledText {
    .label(text + String(repeating: " ", count: max(1, 8 - text.count)))
  }

  func sentence(_ state: AppState) -> String {
    let judged = verdict.map { "; the discriminator takes it for real with \(Text.fixed($0.real))" }
    return "Particle \(number) is at \(Text.place(point)); of its latent \(Text.place(latent)) the"
      + " generator makes \(Text.place(made))\(judged ?? "")."
  }
}
