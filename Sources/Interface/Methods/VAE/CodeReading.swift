import Diffusion
import TextScreen

/// A particle of a variational auto-encoder: the latent it is decoded of, and the code of where it is.
struct CodeReading: LinedReading {
  let number: Int
  let point: Point
  let latent: Point
  /// What the latent is decoded to.
  let mean: Point
  /// The encoder's Gaussian at its place; nil for the exact map.
  let code: VariationalAutoEncoder.Code?
  /// How wide the decoder's Gaussian is; nil likewise.
  let spread: Double?

  init(_ particle: WatchedParticle, by model: VAEModel, in state: AppState) {
    number = particle.number
    point = particle.point
    let draws = (state.stage.method as? VAEStage)?.draws
    let all = state.playback.direction == .forward ? draws?.codes : draws?.latents
    latent = all?[particle.number] ?? .zero
    mean = model.map.means(of: [latent])[0]
    code = model.own?.networks.codes(of: [particle.point]).first
    spread = model.own?.networks.spread
  }

  func lines(_ state: AppState, _ glyphs: Glyphs) -> [ParticleLine] {
    let scale = state.stage.laboratory.mixture.spread
    let isSingle = state.experiment.autoEncoder?.latents == 1
    func pair(_ place: Point) -> String {
      isSingle ? Text.fixed(place.x) : Text.pair(place, scale: 1)
    }
    var lines = [
      ParticleLine("z", pair(latent), note: "latent"),
      ParticleLine("mean", Text.pair(mean, scale: scale), note: "decoded"),
      ParticleLine("now", Text.pair(point, scale: scale)),
    ]
    if let spread {
      lines.append(ParticleLine("spread", Text.short(spread), note: "of the decoder"))
    }
    if let code {
      lines += [
        ParticleLine("code", pair(code.mean), note: "of this place"),
        ParticleLine("std", pair(code.variance.squareRoot())),
      ]
    }
    return lines
  }

  func sentence(_ state: AppState) -> String {
    "Particle \(number) is at \(Text.place(point)); its latent \(Text.place(latent)) is decoded to"
      + " \(Text.place(mean))."
  }
}
