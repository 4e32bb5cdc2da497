import Diffusion

/// The first few samples of a run as pictures, at every step of it: what the model expects each to
/// become.
struct LatentFilm: Sendable {
  /// For each step, from the start of the run on, the pictures.
  let frames: [[[Float]]]

  /// How many samples are followed.
  static let count = 12

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
      let level = laboratory.grid.stops[stop].level
      let clean =
        level.isClean
        ? state.points
        : run.process.denoiser.estimates(of: state.points, at: level).map(\.clean)
      frames.append(
        autoencoder.pictures(of: PromptedLatents.latents(of: clean, run.latents)))
      if stop < laboratory.grid.steps { state = run.process.advance(state, step: stop) }
    }
    self.frames = frames
  }
}
