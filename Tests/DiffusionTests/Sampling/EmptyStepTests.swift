import Foundation
import Testing

@testable import Diffusion

/// Where beta rests at 0 two neighbouring levels are one. A step between them changes nothing, and
/// the steps around it are made as if it was not there.
@Suite("Steps of no length") struct EmptyStepTests {
  /// Schedules whose beta rests: first, last, in between, and more than once.
  static let rests: [(name: String, points: [Point])] = [
    ("start", [Point(0, 0), Point(0.3, 0), Point(0.6, 0.1), Point(1, 0.2)]),
    ("middle", [Point(0, 0.2), Point(0.3, 0), Point(0.7, 0), Point(1, 0.2)]),
    ("end", [Point(0, 0.05), Point(0.5, 0.2), Point(0.8, 0), Point(1, 0)]),
    (
      "often",
      [
        Point(0, 0.1), Point(0.2, 0), Point(0.35, 0), Point(0.5, 0.2), Point(0.65, 0),
        Point(0.8, 0), Point(1, 0.2),
      ]
    ),
  ]

  static func schedule(_ rest: Int) throws -> Schedule {
    try Schedule(
      ScheduleSpecification(kind: .custom, timesteps: 40, points: rests[rest].points))
  }

  /// The stops of a grid without those at the level of the one before, and for each step that is
  /// left its number in the grid.
  static func shortened(_ grid: TimeGrid) -> (grid: TimeGrid, origins: [Int]) {
    var (kept, origins) = ([grid.stops[0]], [Int]())
    for (step, stop) in grid.stops.dropFirst().enumerated() {
      let (here, there) = (kept[kept.count - 1].level, stop.level)
      let isSame =
        here == there || abs(here.logSNR - there.logSNR) < 1e-8
        || (here.isClean && there.isClean)
      if isSame { continue }
      kept.append(stop)
      origins.append(step)
    }
    return (TimeGrid(stops: kept), origins)
  }

  /// A run over a grid, and the same over the grid without its empty steps, from the same noises.
  static func ends(
    of sampler: Sampler, by denoiser: any Denoiser, on grid: TimeGrid
  ) -> (whole: [Point], short: [Point], emptySteps: Int) {
    var options = SamplerOptions(eta: 0.7)
    options.churn = 3
    options.corrections = 2
    let randomness = Randomness(seed: 5)
    @Sendable func noise(_ step: Int, _ draw: Int, _ count: Int) -> [Point] {
      var stream = randomness.stream(.sampling, step: 1000 * draw + step)
      return stream.normalPoints(count)
    }
    let (brief, origins) = shortened(grid)
    let (steps, left) = (grid.steps, brief.steps)
    let whole = ReverseProcess(
      denoiser: denoiser, sampler: sampler, options: options, grid: grid
    ) { noise($0 % steps, $0 / steps, $1) }
    let short = ReverseProcess(
      denoiser: denoiser, sampler: sampler, options: options, grid: brief
    ) { noise(origins[$0 % left], $0 / left, $1) }
    let start = Randomness(seed: 3).startPoints(12)
    return (whole.run(from: start), short.run(from: start), steps - left)
  }

  @Test(
    "change nothing, in every sampler, grid and schedule", arguments: Sampler.allCases,
    rests.indices)
  func nothingChanges(sampler: Sampler, rest: Int) throws {
    let schedule = try Self.schedule(rest)
    let denoiser = ExactDenoiser(mixture: try Vectors.mixture("irregular"))
    var emptySteps = 0
    for kind in GridKind.allCases {
      for steps in sampler == .ode ? [20] : [40, 20, 7] {
        let grid = kind.grid(on: schedule, steps: steps)
        let ends = Self.ends(of: sampler, by: denoiser, on: grid)
        #expect(ends.whole.allSatisfy { $0.isFinite }, "\(kind.id), \(steps) steps")
        #expect(ends.whole == ends.short, "\(kind.id), \(steps) steps")
        emptySteps += ends.emptySteps
      }
    }
    #expect(emptySteps > 10)
  }

  @Test("the same of guided networks", arguments: Sampler.allCases)
  func networks(sampler: Sampler) throws {
    var experiment = Experiment()
    experiment.model.network = NetworkSpecification(hidden: [16], isLabelled: true)
    experiment.guidance = GuidanceSpecification(label: "north", weight: 3)
    let laboratory = try Laboratory(experiment)
    let network = LearnedDenoiser(weights: laboratory.trainer().weights)
    let schedule = try Self.schedule(3)
    let ends = Self.ends(
      of: sampler, by: laboratory.guided(network),
      on: GridKind.trailing.grid(on: schedule, steps: 40))
    #expect(ends.emptySteps > 0 && ends.whole.allSatisfy { $0.isFinite })
    #expect(ends.whole == ends.short)
  }

  @Test("lists that name a level twice, or two timesteps at rest", arguments: Sampler.allCases)
  func lists(sampler: Sampler) throws {
    let schedule = try Self.schedule(1)
    let denoiser = ExactDenoiser(mixture: try Vectors.mixture("irregular"))
    #expect(schedule.levels[18] == schedule.levels[20])
    let grids = [
      try TimeGrid(schedule: schedule, timestepList: [39, 30, 30, 25, 20, 19, 18, 9, 9, 0]),
      try TimeGrid(schedule: schedule, sigmaList: [4, 2, 2, 1 + 1e-15, 1, 0.3, 0.3, 0, 0]),
    ]
    for grid in grids {
      let ends = Self.ends(of: sampler, by: denoiser, on: grid)
      #expect(ends.whole.allSatisfy { $0.isFinite })
      #expect(ends.whole == ends.short)
    }
  }

  @Test("cost no model calls")
  func calls() throws {
    let mixture = try Vectors.mixture("irregular")
    for sampler in Sampler.allCases where sampler != .ode {
      let grid = GridKind.trailing.grid(on: try Self.schedule(1), steps: 40)
      let counted = CountingDenoiser(ExactDenoiser(mixture: mixture))
      let process = ReverseProcess(
        denoiser: counted, sampler: sampler, grid: grid, randomness: Randomness(seed: 1))
      _ = process.run(from: Randomness(seed: 3).startPoints(3))
      #expect(counted.calls == process.networkCalls, "\(sampler.id)")
    }
  }

  @Test(
    "of transports, also where the velocity has no end", arguments: TransportSolver.allCases,
    [ScheduleKind.straightLine, .variancePreserving])
  func transports(solver: TransportSolver, path: ScheduleKind) throws {
    var experiment = Experiment()
    experiment.schedule = ScheduleSpecification(kind: path, timesteps: 100)
    experiment.transport = TransportSpecification()
    experiment.sampler.kind = solver.sampler
    let laboratory = try Laboratory(experiment)
    let velocityField = try #require(laboratory.exactVelocityField)
    let start = try #require(laboratory.transportStart(count: 10))
    let runs = [[1, 0.7, 0.7, 0.4, 0.4, 0.4, 0.1, 0, 0], [1, 0.7, 0.4, 0.1, 0]].map { times in
      let numbers = zip(times, times.dropFirst()).enumerated()
        .reduce(into: [Int: Int]()) { numbers, step in
          if step.element.0 != step.element.1 { numbers[step.offset] = numbers.count }
        }
      return TransportProcess(
        model: velocityField, solver: solver, times: times, conditioning: start.conditioning,
        noise: { step, count in
          var stream = Randomness(seed: 2).stream(.sampling, step: numbers[step] ?? -1)
          return stream.normalPoints(count)
        }
      ).run(from: start.points)
    }
    #expect(runs[0].allSatisfy { $0.isFinite })
    #expect(runs[0] == runs[1])
  }

  @Test("levels between no noise and no data at once do not trap")
  func endsBesideEachOther() throws {
    let schedule = try Schedule(
      ScheduleSpecification(kind: .custom, timesteps: 2, points: [Point(0, 0), Point(1, 1)]))
    for kind in GridKind.allCases {
      for sampler in Sampler.allCases {
        let process = ReverseProcess(
          denoiser: ExactDenoiser(mixture: try Vectors.mixture("irregular")), sampler: sampler,
          grid: kind.grid(on: schedule, steps: 2), randomness: Randomness(seed: 1))
        let end = process.run(from: Randomness(seed: 3).startPoints(5))
        #expect(end.allSatisfy { $0.isFinite }, "\(sampler.id), \(kind.id)")
      }
    }
  }
}
