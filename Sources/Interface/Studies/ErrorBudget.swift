import Diffusion

/// Where the distance of samples from the data comes from, found by swapping in the exact answer
/// for one thing after another.
///
/// Four clouds from the same noise: from the true noisy distribution by the exact model in fine
/// steps; from pure noise, or the prior; in the experiment's own steps; by the experiment's own model. What each
/// swap adds to the sliced W2 is its part; the first is what even perfect sampling of so many
/// points gets. The parts add up to the whole. Chance can make one of them a little negative, so they
/// are worked out with one seed after another and told with their spread.
public struct ErrorBudget: Study {
  public enum Part: String, Sendable, CaseIterable {
    /// So many samples differ from so many others, however good they are.
    case samples
    /// Pure noise, or the prior, is not quite what the data becomes at the last level.
    case start
    /// Steps are not infinitely small.
    case steps
    /// The network is not the exact answer.
    case network
  }

  /// How many samples each cloud has.
  let count: Int
  /// The fine steps: of second order, evenly in log-SNR.
  private static let fineSteps = 60

  /// How many seeds there are to be, from that of the experiment on.
  let seeds: Int
  /// The distances of the clouds made so far with each seed, in the order of the parts.
  public private(set) var distances: [[Double]] = [[]]
  let trainingSteps: Int?
  /// The steps and the sampler that are judged.
  let judged: (sampler: Sampler, steps: Int)
  /// The laboratory of the seed in hand.
  private var laboratory: Laboratory
  /// The first seed.
  let first: UInt64
  private let model: RunModel
  private var meter: QualityMeter?

  init(
    _ laboratory: Laboratory, model: RunModel, trainingSteps: Int?, count: Int, seeds: Int = 1
  ) {
    self.laboratory = laboratory
    first = laboratory.experiment.seed
    self.count = count
    self.seeds = seeds
    self.model = model
    self.trainingSteps = trainingSteps
    judged = (laboratory.experiment.sampler.kind, laboratory.grid.steps)
  }

  public var progress: Double {
    let made = distances.reduce(0) { $0 + $1.count }
    return Double(made) / Double(seeds * Part.allCases.count)
  }

  /// With how many seeds all parts are known.
  public var seedsDone: Int { distances.count { $0.count == Part.allCases.count } }

  /// The distance of the experiment's own samples, the mean over the seeds, once it is known.
  public var total: Double? {
    let last = distances.compactMap { $0.count == Part.allCases.count ? $0.last : nil }
    return last.isEmpty ? nil : Spread(last).mean
  }

  /// What a part adds on average, once it is known.
  public func share(of part: Part) -> Double? { spread(of: part)?.mean }

  /// The same with each seed with which it is known, of all seeds where the whole is known with one.
  func spread(of part: Part) -> Spread? {
    guard let index = Part.allCases.firstIndex(of: part) else { return nil }
    let usable = seedsDone == 0 ? distances : Array(distances.prefix(seedsDone))
    let shares = usable.compactMap { distances -> Double? in
      guard index < distances.count else { return nil }
      return index == 0 ? distances[0] : distances[index] - distances[index - 1]
    }
    return shares.isEmpty ? nil : Spread(shares)
  }

  /// Makes the next cloud.
  public mutating func advance() {
    guard progress < 1 else { return }
    if distances[distances.count - 1].count == Part.allCases.count {
      distances.append([])
      laboratory = laboratory.reseeded(by: 1)
      meter = nil
    }
    let part = Part.allCases[distances[distances.count - 1].count]
    let randomness = laboratory.experiment.randomness
    let meter =
      self.meter
      ?? QualityMeter(
        mixture: laboratory.target, count: count, randomness: randomness, frame: laboratory.frame)
    self.meter = meter
    let points = cloud(upTo: part)
    distances[distances.count - 1].append(meter.report(on: points, networkCalls: 0).slicedW2)
  }

  private func cloud(upTo part: Part) -> [Point] {
    switch model {
    case .denoiser(let denoiser): denoised(upTo: part, by: denoiser)
    case .velocityField(let velocityField): moved(upTo: part, by: velocityField)
    }
  }

  private func denoised(upTo part: Part, by denoiser: any Denoiser) -> [Point] {
    let schedule = laboratory.schedule
    let randomness = laboratory.experiment.randomness
    let fine = GridKind.logSNR.grid(
      on: schedule, steps: min(Self.fineSteps, schedule.timesteps))
    let exact = laboratory.guided(laboratory.exactDenoiser)
    switch part {
    case .samples, .start:
      let process = ReverseProcess(
        denoiser: exact, sampler: .heun, grid: fine, randomness: randomness)
      let noise = ReverseProcess.start(
        count: count, schedule: schedule, grid: fine, randomness: randomness)
      return process.run(from: part == .start ? noise : trueStart(on: fine))
    case .steps, .network:
      let process = laboratory.reverseProcess(
        with: part == .steps ? laboratory.exactDenoiser : denoiser)
      return process.run(from: laboratory.start(count: count))
    }
  }

  /// The same from another prior, where the adaptive solver stands for fine steps.
  private func moved(upTo part: Part, by velocityField: any VelocityField) -> [Point] {
    guard let exact = laboratory.exactVelocityField else { return [] }
    let fine = laboratory.sampling(by: SamplerSpecification(kind: .ode))
    switch part {
    case .samples:
      let arrival = laboratory.transportArrival(count: count)
      return arrival.map { fine.run(of: exact, from: $0).points } ?? []
    case .start: return fine.run(of: .velocityField(exact), count: count).points
    case .steps: return laboratory.run(of: .velocityField(exact), count: count).points
    case .network: return laboratory.run(of: .velocityField(velocityField), count: count).points
    }
  }

  /// Points of the exact distribution at the noisiest level, with the noise the others start from.
  private func trueStart(on grid: TimeGrid) -> [Point] {
    let randomness = laboratory.experiment.randomness
    // The ninth cloud of real data: the floor is the mean of eight.
    var data = randomness.stream(.floor, step: 8)
    var noise = randomness.stream(.start)
    return ForwardProcess.kernel(
      clean: laboratory.target.draw(count, from: &data).points,
      noise: noise.normalPoints(count), level: grid.stops[0].level)
  }
}
