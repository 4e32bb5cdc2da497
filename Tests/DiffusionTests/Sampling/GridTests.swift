import Testing

@testable import Diffusion

@Suite struct GridTests {
  @Test("Grids fall from the noisiest level to the clean one", arguments: GridKind.allCases)
  func falling(kind: GridKind) throws {
    for schedule in try ScheduleKind.allCases.map({
      try ScheduleLawTests.schedule($0, timesteps: 24)
    }) {
      for steps in [1, 2, 7, 24] {
        let grid = kind.grid(on: schedule, steps: steps)
        #expect(grid.steps == steps)
        #expect(grid.stops[steps].level == .clean)
        let ratios = grid.stops.map(\.level.logSNR)
        #expect(zip(ratios, ratios.dropFirst()).allSatisfy { $0 <= $1 })
        if kind != .leading && steps > 1 { #expect(grid.stops[0].steps == 24) }
      }
    }
  }

  @Test("Even grids are numpy's, for every number of steps", arguments: [2, 3, 7, 24, 30])
  func even(timesteps: Int) throws {
    let schedule = try Schedule(ScheduleSpecification(kind: .linear, timesteps: timesteps))
    for steps in 1...timesteps {
      let (all, count) = (Double(timesteps), Double(steps))
      let expected: [(GridKind, (Double) -> Double)] = [
        (.leading, { (count - 1 - $0) * (all / count).rounded(.down) }),
        (.trailing, { (all - $0 * all / count).rounded(.toNearestOrEven) - 1 }),
        (
          .linspace,
          { index in
            let share = steps == 1 ? 0 : (count - 1 - index) / (count - 1)
            return ((all - 1) * share).rounded(.toNearestOrEven)
          }
        ),
      ]
      for (kind, timestep) in expected {
        let visited = kind.grid(on: schedule, steps: steps).stops.dropLast().map { $0.steps - 1 }
        #expect(visited == (0..<steps).map { Int(timestep(Double($0))) }, "\(kind.id) \(steps)")
      }
    }
  }

  @Test(
    "Karras and exponential grids are the reference's", .vectors("01_schedules/sigma_grids.csv"))
  func curves() throws {
    let table = try Vectors.table("01_schedules/sigma_grids.csv")
    let columns = try ["n", "sigma_min", "sigma_max", "rho", "i", "karras", "exponential"]
      .map { try table.numbers($0) }
    for row in table.rows.indices {
      let (count, smallest, largest) = (columns[0][row], columns[1][row], columns[2][row])
      guard columns[4][row] < count else { continue }
      let share = columns[4][row] / (count - 1)
      let karras = GridKind.karras(
        from: largest, to: smallest, share: share, rho: columns[3][row])
      #expect(abs(karras / columns[5][row] - 1) < 1e-11)
      let exponential = GridKind.geometric(from: largest, to: smallest, share: share)
      #expect(abs(exponential / columns[6][row] - 1) < 1e-11)
    }
  }

  @Test(
    "The Karras grid of EDM's sigmas is the one its runs were made with",
    .vectors("04_samplers/edm_euler_n18__ring8_final.csv"))
  func karras() throws {
    let reference = try #require(ReferenceRun(named: "edm_euler_n18__ring8").sigmas)
    let schedule = try Schedule(ScheduleSpecification(kind: .varianceExploding))
    let sigmas = GridKind.karras.grid(on: schedule, steps: 18).stops.map(\.level.relativeSigma)
    #expect(deviation(sigmas, reference) < 1e-11)
  }

  @Test(
    "The uniform grid is flow matching's", .vectors("01_schedules/flow_match_grids.csv"))
  func uniform() throws {
    let table = try Vectors.table("01_schedules/flow_match_grids.csv")
    let columns = try ["n", "shift", "i", "sigma_uniform"].map { try table.numbers($0) }
    let schedule = try Schedule(ScheduleSpecification(kind: .straightLine))
    for row in table.rows.indices where columns[1][row] == 1 {
      let grid = GridKind.uniform.grid(on: schedule, steps: Int(columns[0][row]))
      let level = grid.stops[Int(columns[2][row])].level
      #expect(deviation(level.sigma, columns[3][row]) < 1e-12)
    }
  }

  @Test func listedSigmasAreVisitedExactlyWhereverTheyLie() throws {
    let schedule = try Schedule(ScheduleSpecification(timesteps: 10))
    let grid = try TimeGrid(schedule: schedule, sigmaList: [3, 3, 0.123, 0.004])
    #expect(grid.steps == 2)
    for (stop, sigma) in zip(grid.stops, [3, 0.123, 0.004]) {
      #expect(abs(stop.level.relativeSigma - sigma) < 1e-15)
      #expect(abs(stop.level.scale - 1) < 1e-15)
    }
    let line = try Schedule(ScheduleSpecification(kind: .straightLine, timesteps: 10))
    let times = try TimeGrid(schedule: line, sigmaList: [1, 0.35, 0])
    #expect(times.stops.map(\.level.sigma) == [1, 0.35, 0])
    #expect(times.stops.map(\.steps) == [10, 3, 0] || times.stops.map(\.steps) == [10, 4, 0])
  }

  @Test func listsThatAreNoGridsAreRefused() throws {
    let schedule = try Schedule(ScheduleSpecification(timesteps: 10))
    #expect(throws: GridError.timestep(10, place: 0, largest: 9)) {
      try TimeGrid(schedule: schedule, timestepList: [10, 3])
    }
    #expect(throws: GridError.rises(place: 2)) {
      try TimeGrid(schedule: schedule, timestepList: [9, 3, 4])
    }
    #expect(throws: GridError.tooFew(0, least: 1)) {
      try TimeGrid(schedule: schedule, timestepList: [])
    }
    #expect(throws: GridError.sigma(-1, place: 1, isTime: false)) {
      try TimeGrid(schedule: schedule, sigmaList: [5, -1])
    }
    #expect(throws: GridError.tooFew(1, least: 2)) {
      try TimeGrid(schedule: schedule, sigmaList: [5, 5])
    }
    #expect(throws: GridError.self) {
      try TimeGrid(schedule: schedule, sigmaList: [.nan, 0])
    }
  }
}
