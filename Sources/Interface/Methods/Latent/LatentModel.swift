import Diffusion

/// What a run of latents asks: the parts that have been trained, or before that the exact answer for
/// the pictures' places in the plane by their principal components.
struct LatentModel: RunModel {
  let process: LatentProcess
  /// Nil for the exact answer.
  let own: LatentWeights?
  /// The first samples as pictures; nil without a decoder.
  let film: LatentFilm?
  private let exact: DenoisingModel

  init(_ weights: LatentWeights?, of process: LatentProcess, in laboratory: Laboratory) {
    self.process = process
    let fits = weights?.parts.latents == process.settings.latents
    own = fits ? weights : nil
    film = own.flatMap { LatentFilm(by: $0.parts, of: process) }
    exact = DenoisingModel(laboratory.exactDenoiser)
  }

  var weights: (any TrainedWeights)? { own }

  /// The cloud shows the first two numbers of each latent. The others are carried along as if they
  /// were a step that lies behind.
  func generation(from start: RunStart, in laboratory: Laboratory) -> Generation {
    guard let run = run(count: start.points.count, in: laboratory) else {
      return exact.generation(from: start, in: laboratory)
    }
    let split = LatentSplit(perLatent: PromptedLatents.points(perLatent: run.latents))
    let (shown, rest) = split.apart(run.start)
    let level = laboratory.grid.stops[0].level
    film?.note(run.start, after: 0, of: run, in: laboratory)
    return Generation(start: shown, steps: run.steps, memory: run.memory + 1) {
      [film] state, step in
      let carried = state.past.first?.points ?? rest
      let whole = SamplingState(
        split.together(state.points, carried), past: Array(state.past.dropFirst()))
      let next = run.advance(whole, step)
      film?.note(next.points, after: step + 1, of: run, in: laboratory)
      let (shown, rest) = split.apart(next.points)
      return SamplingState(
        shown, past: [PastStep(carrying: rest, at: level)] + next.past)
    }
  }

  func answersOfStep(_ index: Int, in laboratory: Laboratory) -> Int {
    own.map { process.answersOfStep(index, by: $0.parts, in: laboratory) }
      ?? exact.answersOfStep(index, in: laboratory)
  }

  private func run(count: Int, in laboratory: Laboratory) -> LatentRun? {
    own.flatMap {
      try? process.run(by: $0.parts, prompts: [process.prompt], count: count, in: laboratory)
    }
  }

  /// The first samples at the end, as pictures; nil without a decoder.
  func firstPictures(in laboratory: Laboratory) -> [[Float]]? {
    run(count: LatentFilm.count, in: laboratory).flatMap {
      own?.parts.autoencoder?.pictures(of: $0.finish())
    }
  }

  /// Samples as points of the plane of the data: the pictures made of them by their principal
  /// components.
  func run(in laboratory: Laboratory, count: Int) -> ModelRun {
    guard let run = run(count: count, in: laboratory), let own,
      let pictures = own.parts.autoencoder?.pictures(of: run.finish())
    else { return exact.run(in: laboratory, count: count) }
    return ModelRun(
      points: pictures.map(process.settings.pictures.plane.point), calls: laboratory.grid.steps,
      kept: nil)
  }

  func qualityRun(in laboratory: Laboratory, count: Int) -> QualityRun {
    own.flatMap { process.qualityRun(by: $0.parts, count: count, in: laboratory) }
      ?? exact.qualityRun(in: laboratory, count: count)
  }

  func samples(
    upTo part: ErrorBudget.Part, in laboratory: Laboratory, count: Int
  ) -> [Point] {
    part == .network
      ? run(in: laboratory, count: count).points
      : exact.samples(upTo: part, in: laboratory, count: count)
  }

  func usualSamplers(in laboratory: Laboratory) -> [Sampler] {
    exact.usualSamplers(in: laboratory)
  }

  /// The whole run, as far as to the level that is looked at.
  func points(of redraw: Redraw) -> [Point] {
    guard let run = run(count: redraw.start.points.count, in: redraw.laboratory) else {
      return exact.points(of: redraw)
    }
    let steps = redraw.laboratory.grid.stops.dropLast().count {
      $0.level.logSNR < redraw.subject.level.logSNR
    }
    let end = (0..<steps).reduce(SamplingState(run.start)) { run.advance($0, $1) }
    return LatentSplit(perLatent: PromptedLatents.points(perLatent: run.latents))
      .apart(end.points).shown
  }

  func look(into particle: WatchedParticle, in state: AppState) -> any ParticleReading {
    LatentReading(particle, by: self, in: state)
  }
}

/// Latents of several points each as those that are seen and the others.
private struct LatentSplit: Sendable {
  let perLatent: Int

  func apart(_ points: [Point]) -> (shown: [Point], rest: [Point]) {
    guard perLatent == 2 else { return (points, []) }
    let firsts = stride(from: 0, to: points.count, by: 2)
    return (firsts.map { points[$0] }, firsts.map { points[$0 + 1] })
  }

  func together(_ shown: [Point], _ rest: [Point]) -> [Point] {
    perLatent == 2 ? zip(shown, rest).flatMap { [$0, $1] } : shown
  }
}
