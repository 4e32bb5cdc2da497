import Diffusion

/// Where the distance of samples from the data comes from, found by swapping in the exact answer
/// for one thing after another.
///
/// Four clouds from the same noise: from the true noisy distribution by the exact model in fine
/// steps; from pure noise, or the prior; in the experiment's own steps; by the experiment's own model. What each
/// swap adds to the sliced W2 is its part; the first is what even perfect sampling of so many
/// points gets. The parts add up to the whole. Chance can make one of them a little negative.
public struct ErrorBudget: Sendable {
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

  /// The distances of the clouds made so far, in the order of the parts.
  public private(set) var distances: [Double] = []
  let trainingSteps: Int?
  /// The steps and the sampler that are judged.
  let judged: (sampler: Sampler, steps: Int)
  private let laboratory: Laboratory
  private let model: RunModel
  private var meter: QualityMeter?

  init(
    _ laboratory: Laboratory, model: RunModel, trainingSteps: Int?, count: Int
  ) {
    self.laboratory = laboratory
    self.count = count
    self.model = model
    self.trainingSteps = trainingSteps
    judged = (laboratory.experiment.sampler.kind, laboratory.grid.steps)
  }

  public var progress: Double {
    Double(distances.count) / Double(Part.allCases.count)
  }

  /// The distance of the experiment's own samples, once it is known.
  public var total: Double? {
    distances.count == Part.allCases.count ? distances.last : nil
  }

  /// What a part adds, once it is known.
  public func share(of part: Part) -> Double? {
    guard let index = Part.allCases.firstIndex(of: part), index < distances.count else {
      return nil
    }
    return index == 0 ? distances[0] : distances[index] - distances[index - 1]
  }

  /// Makes the next cloud.
  mutating func advance() {
    guard distances.count < Part.allCases.count else { return }
    let part = Part.allCases[distances.count]
    let randomness = laboratory.experiment.randomness
    let meter =
      self.meter
      ?? QualityMeter(
        mixture: laboratory.target, count: count, randomness: randomness, frame: laboratory.frame)
    self.meter = meter
    let points = cloud(upTo: part)
    distances.append(meter.report(on: points, networkCalls: 0).slicedW2)
  }

  private func cloud(upTo part: Part) -> [Point] {
    switch model {
    case .denoiser(let denoiser): denoised(upTo: part, by: denoiser)
    case .motion(let motion): moved(upTo: part, by: motion)
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
  private func moved(upTo part: Part, by motion: any TransportModel) -> [Point] {
    guard let exact = laboratory.exactMotion else { return [] }
    let fine = laboratory.sampling(by: SamplerSpecification(kind: .ode))
    switch part {
    case .samples:
      let arrival = laboratory.transportArrival(count: count)
      return arrival.map { fine.run(of: exact, from: $0).points } ?? []
    case .start: return fine.run(of: .motion(exact), count: count).points
    case .steps: return laboratory.run(of: .motion(exact), count: count).points
    case .network: return laboratory.run(of: .motion(motion), count: count).points
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
