/// How long a chain takes until it is in another mode: alone at the data's level, where valleys are far
/// apart, and along the noise levels, where they are one.
public struct MixingMeter: Sendable {
  /// What is found.
  public struct Reading: Sendable, Equatable {
    /// The mean number of steps until the mode changes, of chains at one level: all steps over all
    /// changes. Infinite where none was seen.
    public let alone: Double
    /// The same for steps along the noise levels, up and down again.
    public let annealed: Double
    /// The mean probability with which a step of the chains at one level was taken.
    public let acceptance: Double
  }

  /// Measures chains that set out from data; nil where its modes are not told apart by labels.
  ///
  /// - Parameters:
  ///   - count: how many chains.
  ///   - steps: how many steps each makes alone.
  ///   - watch: called with the share that is done; what it throws ends the measurement.
  public static func reading(
    of model: any EnergyModel, count: Int, steps: Int, in laboratory: Laboratory,
    watch: (Double) throws -> Void = { _ in }
  ) rethrows -> Reading? {
    guard let process = laboratory.energy, laboratory.mixture.labels.count > 1,
      let level = laboratory.grid.stops.last(where: { !$0.level.isClean })?.level
    else { return nil }
    let (mixture, randomness) = (laboratory.mixture, laboratory.experiment.randomness)
    let diffused = mixture.diffused(to: level)
    func modes(_ points: [Point]) -> [Int] {
      points.map { point in
        let posterior = diffused.labelPosterior(at: point)
        return posterior.indices.max { posterior[$0] < posterior[$1] } ?? 0
      }
    }
    var stream = randomness.stream(.reference, step: 7)
    let clean = mixture.draw(count, from: &stream).points
    let noise = stream.normalPoints(count)
    let start = ForwardProcess.kernel(clean: clean, noise: noise, level: level)
    let chain = process.chain(in: model, at: level, laboratory)
    var (points, before, changes, acceptance) = (start, modes(start), 0, 0.0)
    for step in 0..<steps {
      let next = chain.walked(points, steps: 1, from: &stream)
      acceptance += next.acceptance / Double(steps)
      let now = modes(next.points)
      changes += zip(before, now).count { $0 != $1 }
      (points, before) = (next.points, now)
      try watch(Double(step) / Double(2 * steps))
    }
    let (annealedSteps, annealedChanges) = try annealed(
      clean: clean, noise: noise, by: model, process, in: laboratory, modes: modes, watch: watch)
    return Reading(
      alone: changes == 0 ? .infinity : Double(steps * count) / Double(changes),
      annealed: annealedChanges == 0
        ? .infinity : Double(annealedSteps * count) / Double(annealedChanges),
      acceptance: acceptance)
  }

  /// One run down from the noise that the data has at the first level, which is one jump up.
  private static func annealed(
    clean: [Point], noise: [Point], by model: any EnergyModel, _ process: EnergyProcess,
    in laboratory: Laboratory, modes: ([Point]) -> [Int], watch: (Double) throws -> Void
  ) rethrows -> (steps: Int, changes: Int) {
    guard let first = laboratory.grid.stops.first?.level,
      let last = laboratory.grid.stops.lastIndex(where: { !$0.level.isClean })
    else { return (0, 0) }
    var points = ForwardProcess.kernel(clean: clean, noise: noise, level: first)
    for step in 0..<last {
      points = process.step(step, of: points, by: model, in: laboratory).points
      try watch(0.5 + Double(step) / Double(2 * last))
    }
    let corrections = max(1, laboratory.experiment.sampler.options.corrections)
    let changes = zip(modes(clean), modes(points)).count { $0 != $1 }
    return (1 + last * corrections, changes)
  }
}
