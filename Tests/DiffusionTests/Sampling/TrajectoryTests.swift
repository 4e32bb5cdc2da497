import Testing

@testable import Diffusion

@Suite struct TrajectoryTests {
  /// A step that anyone can follow: every point moves by the number of the step, noise included.
  static let advance: Trajectory.Advance = { state, step in
    var stream = Randomness(seed: 7).stream(.sampling, step: step)
    return SamplingState(state.points.map { $0 * 0.9 + Double(step) * stream.normalPoint() })
  }
  static let start = [Point(1, 2), Point(-3, 0.5), Point(0, 0)]

  /// The states one after another, kept all.
  static let states = (0..<40).reduce(into: [start]) { states, step in
    states.append(advance(SamplingState(states[step]), step).points)
  }

  @Test(
    "Every state is found again to the last bit, however little memory there is",
    arguments: [1, 200, 500, 1 << 20])
  func scrubbing(memory: Int) {
    var trajectory = Self.trajectory(memory: memory)
    trajectory.extend(by: 25)
    trajectory.extend(by: 100)
    #expect(trajectory.isComplete && trajectory.reach == 40)
    for step in [40, 0, 39, 13, 12, 14, 1, 26, 40] {
      #expect(trajectory.points(at: step) == Self.states[step])
    }
  }

  @Test("After truncation a run goes on as it did before", arguments: [1, 200, 500, 1 << 20])
  func truncation(memory: Int) {
    var trajectory = Self.trajectory(memory: memory)
    trajectory.extend(by: 33)
    for step in [30, 17, 16, 0] {
      trajectory.truncate(after: step)
      #expect(trajectory.reach == step)
      #expect(trajectory.points(at: step) == Self.states[step])
      trajectory.extend(by: 9)
      #expect(trajectory.points(at: step + 9) == Self.states[step + 9])
      #expect(trajectory.points(at: step / 2) == Self.states[step / 2])
    }
  }

  @Test(
    "A sampler's past is part of what is kept, truncated and replayed",
    arguments: Sampler.allCases.filter { $0.memory > 0 }, [1, 2000, 1 << 20])
  func past(of sampler: Sampler, memory: Int) throws {
    let schedule = try Schedule(ScheduleSpecification())
    let process = ReverseProcess(
      denoiser: ExactDenoiser(mixture: Distribution.twoMoons.mixture()), sampler: sampler,
      grid: GridKind.trailing.grid(on: schedule, steps: 16), randomness: Randomness(seed: 1))
    var trajectory = Trajectory(
      start: Self.start, length: 16, pastSteps: sampler.memory, memoryBudget: memory
    ) { process.advance($0, step: $1) }
    trajectory.extend(by: 11)
    let seen = trajectory.points(at: 9)
    trajectory.truncate(after: 6)
    trajectory.extend(by: 10)
    #expect(trajectory.points(at: 9) == seen)
    #expect(trajectory.points(at: 16) == process.run(from: Self.start))
  }

  @Test(
    "With little memory states are held near the step looked at and thinly elsewhere",
    arguments: [10, 20, 64])
  func thinning(capacity: Int) {
    let bytes = MemoryLayout<Point>.stride
    var trajectory = Trajectory(start: [.zero], length: 1000, memoryBudget: capacity * bytes) {
      state, step in SamplingState([state.points[0] + Point(1, 0)])
    }
    trajectory.extend(by: 1000)
    #expect(trajectory.replayLength(to: 999) == 0)
    let evenly = 1000 / capacity
    #expect((0...1000).allSatisfy { trajectory.replayLength(to: $0) < 3 * evenly })
    // Going back step by step costs far less than beginning anew for each.
    var replayed = 0
    for step in (0...1000).reversed() {
      replayed += trajectory.replayLength(to: step)
      #expect(trajectory.points(at: step) == [Point(Double(step), 0)])
    }
    #expect(replayed < 10_000, "\(replayed) steps for 1000")
  }

  private static func trajectory(memory: Int) -> Trajectory {
    Trajectory(start: start, length: 40, memoryBudget: memory, advance: advance)
  }
}
