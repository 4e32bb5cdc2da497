import Diffusion

/// A flag of `stipple run` with its value, and what it does.
struct RunLineFlag {
  let words: [String]
  let apply: (inout Experiment) -> Void

  private init(_ name: String, _ value: String, _ apply: @escaping (inout Experiment) -> Void) {
    words = ["--\(name)", value]
    self.apply = apply
  }

  /// The flags for what differs between two experiments and has a flag.
  static func flags(from base: Experiment, to experiment: Experiment) -> [RunLineFlag] {
    var flags: [RunLineFlag] = []
    let (seed, particles) = (experiment.seed, experiment.particles)
    if seed != base.seed { flags.append(RunLineFlag("seed", "\(seed)") { $0.seed = seed }) }
    if particles != base.particles {
      flags.append(RunLineFlag("particles", "\(particles)") { $0.particles = particles })
    }
    return flags + self.flags(from: base.schedule, to: experiment.schedule)
      + self.flags(from: base.sampler, to: experiment.sampler)
  }

  /// None where flags alone do not lead there.
  private static func flags(
    from base: ScheduleSpecification, to schedule: ScheduleSpecification
  ) -> [RunLineFlag] {
    let (kind, timesteps) = (schedule.kind, schedule.timesteps)
    var reached = base
    reached.kind = kind
    reached.timesteps = timesteps
    guard reached.withoutUnusedParameters == schedule else { return [] }
    return [
      kind == base.kind ? nil : RunLineFlag("schedule", kind.id) { $0.schedule.kind = kind },
      timesteps == base.timesteps
        ? nil : RunLineFlag("timesteps", "\(timesteps)") { $0.schedule.timesteps = timesteps },
    ].compactMap(\.self)
  }

  /// None where flags alone do not lead there, as back to the usual number of steps.
  private static func flags(
    from base: SamplerSpecification, to sampler: SamplerSpecification
  ) -> [RunLineFlag] {
    let (kind, grid, steps) = (sampler.kind, sampler.grid, sampler.steps)
    var reached = base
    reached.kind = kind
    reached.grid = grid
    reached.steps = steps ?? base.steps
    guard reached.withoutUnusedSettings == sampler else { return [] }
    return [
      kind == base.kind ? nil : RunLineFlag("sampler", kind.id) { $0.sampler.kind = kind },
      grid == base.grid ? nil : RunLineFlag("grid", grid.id) { $0.sampler.grid = grid },
      steps == base.steps
        ? nil : steps.map { RunLineFlag("steps", "\($0)") { $0.sampler.steps = steps } },
    ].compactMap(\.self)
  }
}
