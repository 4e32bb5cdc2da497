import Diffusion

/// A transport on the stage: points go along the paths of their pairs to the prior, and a velocity
/// field leads back.
struct TransportStage: StagedMethod {
  let transport: Transport
  private(set) var draws: TransportDraws
  /// The times of the stops of the run to the data.
  let times: [Double]
  /// The tubes of the classes where the prior knows them.
  let tubes: TubeMap?
  private let startsTellLabels: Bool

  /// - Parameter before: the method on the stage that this one replaces.
  init?(_ laboratory: Laboratory, replacing before: (any StagedMethod)?) {
    guard let transport = laboratory.transport else { return nil }
    self.transport = transport
    draws = TransportDraws(for: laboratory, before: (before as? TransportStage)?.draws)
    times = laboratory.transportTimes
    tubes = TubeMap(transport)
    startsTellLabels = laboratory.startsTellLabels
  }

  func labels(_ direction: Direction) -> [Int]? {
    switch direction {
    case .forward: draws.pairs?.labels
    case .reverse: startsTellLabels ? draws.start.conditioning.labels : nil
    }
  }

  func forwardPoints(at place: RunPlace, first count: Int) -> [Point] {
    guard let pairs = draws.pairs else { return [] }
    return (0..<min(count, pairs.count)).map {
      transport.state(of: pairs, $0, at: place.time).point
    }
  }

  func start(in laboratory: Laboratory) -> RunStart { draws.start }

  func model(_ weights: (any TrainedWeights)?, in laboratory: Laboratory) -> any RunModel {
    VelocityModel(weights as? Weights, of: transport, in: laboratory)
  }

  func guides(awayFrom weaker: any TrainedWeights, in laboratory: Laboratory) -> Guides {
    Guides(
      weakerVelocityField: (weaker as? Weights).map {
        laboratory.learnedVelocityField($0, of: transport)
      })
  }

  /// A label alone only says where starts come from.
  func acts(_ guidance: Guidance, in laboratory: Laboratory) -> Bool {
    laboratory.guides.weakerVelocityField != nil || guidance.specification.guidesVelocities
  }

  /// The schedule's levels hold for all pairs that go by the common time.
  var noLevels: String? {
    transport.clocks.allSatisfy { $0 == .common }
      ? nil : "every class goes by a clock of its own, and is at a level of its own"
  }

  /// None where the coupling pairs samples.
  func marginal(at place: RunPlace, in laboratory: Laboratory) -> Marginal? {
    transport.coupling.isExact ? .transport(transport.marginal(at: place.time)) : nil
  }

  func sides(of guidance: Guidance, at place: RunPlace) -> (weak: Marginal, strong: Marginal) {
    guard transport.coupling.isExact else { return guidance.noisySides(at: place.level) }
    let part = { (selection: LabelSelection?) -> Marginal in
      .transport(
        selection.map { transport.marginal(at: place.time, ofLabels: $0.indices) }
          ?? transport.marginal(at: place.time))
    }
    return (part(guidance.unwanted), part(guidance.wanted))
  }

  /// As long as nothing is known exactly on the way, only the end is judged.
  func retention(of points: [Point], at place: RunPlace) -> Retention? {
    guard let labels = labels(place.direction), transport.labels.count > 1,
      transport.coupling.isExact || place.time == 0
    else { return nil }
    return Retention(points, labels: labels, of: transport, at: place.time)
  }

  var matchingProgress: Double? {
    guard let matching = draws.matching, !matching.isFinished else { return nil }
    return matching.progress
  }

  mutating func handOutPairs(of side: Side) -> Matching? {
    let handed = draws
    return draws.handOut().map { Matching($0, of: handed, side: side) }
  }

  mutating func adopt(_ matching: Matching) {
    draws.take(matching.pairs, of: matching.draws)
  }
}

extension Laboratory {
  /// The stops of a run whose solver needs none, so that it can be watched.
  private static let watchedStops = 100

  /// The same laboratory, with stops on the way also where the solver goes through by itself.
  var stoppingOften: Laboratory {
    guard transport != nil, TransportSolver(experiment.sampler.kind) == .adaptive,
      experiment.sampler.steps == nil
    else { return self }
    let steps = min(Self.watchedStops, schedule.timesteps)
    return visiting(experiment.sampler.grid.grid(on: schedule, steps: steps))
  }
}
