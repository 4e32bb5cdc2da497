import Diffusion

/// The first few samples of a run as pictures, at every step of it: what the model expects each to
/// become.
struct LatentFilm: Sendable {
  /// For each step, from the start of the run on, the pictures.
  let frames: [[[Float]]]
  /// The first of them at the end as the cascade makes them larger; none where there is no cascade.
  let large: [[Float]]

  /// How many samples are followed.
  static let count = 12
  /// How many of them are made larger.
  private static let enlarged = 2

  init?(
    by parts: LatentParts, of process: LatentProcess, in laboratory: Laboratory
  ) {
    guard let autoencoder = parts.autoencoder,
      let run = try? process.run(
        by: parts, prompts: [process.prompt], count: Self.count, in: laboratory)
    else { return nil }
    var state = SamplingState(run.start)
    var frames: [[[Float]]] = []
    for stop in laboratory.grid.stops.indices {
      let clean = run.expected(state.points, stop)
      frames.append(
        autoencoder.pictures(of: PromptedLatents.latents(of: clean, run.latents)))
      if stop < run.steps { state = run.advance(state, stop) }
    }
    self.frames = frames
    guard let cascade = parts.cascade, let noise = process.settings.cascade, let last = frames.last
    else {
      large = []
      return
    }
    large = process.enlarged(
      Array(last.prefix(Self.enlarged)), by: cascade, noise: noise, in: laboratory)
  }
}
