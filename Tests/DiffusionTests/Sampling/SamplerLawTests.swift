import Foundation
import Testing

@testable import Diffusion

@Suite struct SamplerLawTests {
  let mixture = Distribution.eightGaussians.mixture()

  @Test("With eta = 1 DDIM is DDPM, at any stride", arguments: ScheduleKind.allCases, [20, 7])
  func etaOneIsAncestral(kind: ScheduleKind, steps: Int) throws {
    let schedule = try ScheduleLawTests.schedule(kind, timesteps: 20)
    let grid = GridKind.trailing.grid(on: schedule, steps: steps)
    let start = ReverseProcess.start(
      count: 50, schedule: schedule, grid: grid, randomness: Randomness(seed: 1))
    let ends = [(Sampler.ddim, 1.0), (.ddpm, 0)].map { sampler, eta in
      process(sampler, options: SamplerOptions(eta: eta), grid: grid).run(from: start)
    }
    #expect(deviation(ends[0], ends[1]) < 1e-9)
  }

  @Test("Without noise DDIM is Euler's method", arguments: ScheduleKind.allCases)
  func ddimIsEuler(kind: ScheduleKind) throws {
    let schedule = try ScheduleLawTests.schedule(kind, timesteps: 20)
    let grid = GridKind.leading.grid(on: schedule, steps: 10)
    let start = ReverseProcess.start(
      count: 50, schedule: schedule, grid: grid, randomness: Randomness(seed: 1))
    let ends = [Sampler.ddim, .euler].map { process($0, grid: grid).run(from: start) }
    #expect(deviation(ends[0], ends[1]) < 1e-12)
  }

  @Test("The same seed gives the same run, another seed another", arguments: Sampler.allCases)
  func replay(of sampler: Sampler) throws {
    let schedule = try ScheduleLawTests.schedule(.linear, timesteps: 30)
    let grid = GridKind.trailing.grid(on: schedule, steps: 15)
    let ends = [4, 4, 5].map { (seed: UInt64) in
      let randomness = Randomness(seed: seed)
      let start = ReverseProcess.start(
        count: 20, schedule: schedule, grid: grid, randomness: randomness)
      return ReverseProcess(
        denoiser: ExactDenoiser(mixture: mixture), sampler: sampler,
        options: SamplerOptions(eta: 0.5), grid: grid, randomness: randomness
      ).run(from: start)
    }
    #expect(ends[0] == ends[1])
    #expect(ends[0] != ends[2])
  }

  @Test(
    "Points stay finite at both ends of time", arguments: Sampler.allCases, ScheduleKind.allCases)
  func finiteness(of sampler: Sampler, kind: ScheduleKind) throws {
    for timesteps in [2, 40] {
      let schedule = try ScheduleLawTests.schedule(kind, timesteps: timesteps)
      for steps in [1, timesteps] {
        let grid = GridKind.trailing.grid(on: schedule, steps: steps)
        let start = ReverseProcess.start(
          count: 20, schedule: schedule, grid: grid, randomness: Randomness(seed: 2))
        let end = process(sampler, grid: grid).run(from: start)
        // Two steps from sigma = 80 are wild with second-order methods, but not without bound.
        let bound = schedule.geometry == .varianceExploding && timesteps == 2 ? 1e5 : 200
        #expect(end.allSatisfy { $0.isFinite && $0.length < bound })
      }
    }
  }

  @Test("Samples of the exact model are nearly as close to data as data is")
  func quality() throws {
    let schedule = try Schedule(ScheduleSpecification())
    let grid = GridKind.trailing.grid(on: schedule, steps: 50)
    var (distance, floor) = (0.0, 0.0)
    for seed in 1...4 as ClosedRange<UInt64> {
      let randomness = Randomness(seed: seed)
      let start = ReverseProcess.start(
        count: 500, schedule: schedule, grid: grid, randomness: randomness)
      let process = process(.ddim, grid: grid)
      let report = QualityMeter(mixture: mixture, count: 500, randomness: randomness)
        .report(on: process.run(from: start), networkCalls: process.networkCalls)
      #expect(report.networkCalls == 50)
      #expect(report.modesFound == 8)
      #expect(report.shareWithinThree > 0.96)
      distance += report.slicedW2
      floor += report.floor.distances.second
    }
    #expect(distance < 1.5 * floor)
  }

  private func process(
    _ sampler: Sampler, options: SamplerOptions = SamplerOptions(), grid: TimeGrid
  ) -> ReverseProcess {
    ReverseProcess(
      denoiser: ExactDenoiser(mixture: mixture), sampler: sampler, options: options, grid: grid,
      randomness: Randomness(seed: 8))
  }
}
