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
  private let model: any RunModel
  private var meter: QualityMeter?

  init(
    _ laboratory: Laboratory, model: any RunModel, trainingSteps: Int?, count: Int, seeds: Int = 1
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
    let points = model.samples(upTo: part, in: laboratory, count: count)
    distances[distances.count - 1].append(meter.report(on: points, networkCalls: 0).slicedW2)
  }
}
