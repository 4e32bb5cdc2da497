/// A run from noise, or from nothing, to latents, whatever makes them.
public struct LatentRun: Sendable {
  public let start: [Point]
  /// How many numbers a latent has; it is one point, or two neighbouring ones.
  public let latents: Int
  public let steps: Int
  /// How many past states a step reads.
  public let memory: Int
  /// The state one step on; steps are numbered from 0.
  public let advance: @Sendable (_ state: SamplingState, _ step: Int) -> SamplingState
  /// What points are expected to become that have made so many steps; before the first of them as far
  /// as that is known without a run of a prior.
  public let expected: @Sendable (_ points: [Point], _ steps: Int) -> [Point]

  /// The latents at the end.
  public func finish() -> [[Float]] {
    let end = (0..<steps).reduce(SamplingState(start)) { advance($0, $1) }
    return PromptedLatents.latents(of: end.points, latents)
  }
}

extension LatentRun {
  /// The way back from noise by the experiment's own sampler.
  ///
  /// - Parameter first: what is asked where points are expected to become before the first step; nil
  ///   for the same.
  init(
    asking denoiser: any Denoiser, atFirst first: (any Denoiser)? = nil, latents: Int, count: Int,
    in laboratory: Laboratory
  ) {
    let points = count * PromptedLatents.points(perLatent: latents)
    self.init(
      laboratory.reverseProcess(asking: denoiser), atFirst: first,
      from: laboratory.start(count: points), latents: latents, in: laboratory)
  }

  /// Another way back before or after it, with chances of its own.
  ///
  /// - Parameter pass: a number of that way.
  init(
    asking denoiser: any Denoiser, latents: Int, count: Int, pass: Int, in laboratory: Laboratory
  ) {
    var stream = laboratory.experiment.randomness.stream(.reference, step: 20 + pass)
    let randomness = Randomness(seed: stream.next())
    let (grid, sampler) = (laboratory.grid, laboratory.experiment.sampler)
    let process = ReverseProcess(
      denoiser: denoiser, sampler: sampler.kind, options: sampler.options, grid: grid,
      posterior: laboratory.posterior, randomness: randomness)
    let start = ReverseProcess.start(
      count: count * PromptedLatents.points(perLatent: latents), schedule: laboratory.schedule,
      grid: grid, randomness: randomness)
    self.init(process, from: start, latents: latents, in: laboratory)
  }

  private init(
    _ process: ReverseProcess, atFirst first: (any Denoiser)? = nil, from start: [Point],
    latents: Int, in laboratory: Laboratory
  ) {
    let stops = laboratory.grid.stops
    self.init(
      start: start, latents: latents, steps: laboratory.grid.steps, memory: process.sampler.memory,
      advance: { process.advance($0, step: $1) }
    ) { points, steps in
      let level = stops[steps].level
      let asked = steps == 0 ? first ?? process.denoiser : process.denoiser
      return level.isClean ? points : asked.estimates(of: points, at: level).map(\.clean)
    }
  }

  /// One number after another, spread evenly over as many steps as the experiment has; what is not
  /// decided yet is 0, the mean.
  init(
    asking model: AutoregressiveLatents, terms: [PromptedLatents.Term], count: Int,
    in laboratory: Laboratory
  ) {
    let (latents, steps) = (model.latents, laboratory.grid.steps)
    let randomness = laboratory.experiment.randomness
    self.init(
      start: [Point](
        repeating: .zero, count: count * PromptedLatents.points(perLatent: latents)),
      latents: latents, steps: steps, memory: 0,
      advance: { state, step in
        let places = step * latents / steps..<(step + 1) * latents / steps
        if places.isEmpty { return state }
        var rows = PromptedLatents.latents(of: state.points, latents)
        for place in places {
          var stream = randomness.stream(.sampling, step: place)
          model.decide(place, of: &rows, terms: terms, from: &stream)
        }
        return SamplingState(PromptedLatents.points(of: rows, latents))
      }
    ) { points, _ in points }
  }
}
