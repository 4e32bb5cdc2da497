import Diffusion
import Testing

@testable import Interface

@Suite("Steps that are too long for a frame")
struct SimulationTests {
  /// So little work for a frame that no step fits.
  private static let scarce = 1

  @Test("are made beside the screen and lead to the same points", arguments: Direction.allCases)
  func besideIsTheSame(direction: Direction) throws {
    var quick = try Player()
    var slow = try Player()
    for work in [1_000_000, Self.scarce] {
      var player = try Player()
      player.wait(1.0 / 30, work: work)
      player.press("space")
      if direction == .reverse { player.press("r", "home") }
      player.perform(.time(.goToStart), .time(.seek(step: 17)))
      player.wait(1, work: work)
      if work == Self.scarce { slow = player } else { quick = player }
    }
    #expect(slow.state.frame.step == 17 && slow.state.frame.target == nil)
    #expect(slow.state.frame.points == quick.state.frame.points)
    let simulations = slow.effects.count { if case .simulate = $0 { true } else { false } }
    #expect(simulations >= 17 / Simulation.mostSteps)
    #expect(!quick.effects.contains { if case .simulate = $0 { true } else { false } })
  }

  @Test("no frame makes a step itself, and playing waits for those that are made")
  func noFrameMakesAStep() throws {
    var state = try Player().state
    _ = state.update(.time(.tick(seconds: 0.1, work: Self.scarce)))
    _ = state.update(.time(.toggleDirection))
    let before = state.stage.reach(.reverse)
    for _ in 0..<30 { _ = state.update(.time(.tick(seconds: 0.1, work: Self.scarce))) }
    #expect(state.stage.reach(.reverse) == before)
    #expect(state.simulation.isRunning)
  }

  /// What a playing reverse run asks for while nobody answers.
  private static func requests() throws -> (state: AppState, requests: [Simulation]) {
    var state = try Player().state
    _ = state.update(.time(.tick(seconds: 0.1, work: scarce)))
    _ = state.update(.time(.toggleDirection))
    var requests: [Simulation] = []
    for _ in 0..<10 {
      for case .simulate(let request) in state.update(.time(.tick(seconds: 0.1, work: scarce)))
      where request.direction == .reverse {
        requests.append(request)
      }
    }
    return (state, requests)
  }

  @Test("those that follow begin at once where the first have come to")
  func requestsFollow() throws {
    var (state, requests) = try Self.requests()
    try #require(requests.count == 2)
    // Nobody has taken in the first when the second is made.
    let made = requests.map { $0.performed() }
    for answer in made { _ = state.update(.time(.simulated(answer, seconds: 0.01))) }
    let reach = requests[0].steps + requests[1].steps
    #expect(state.stage.reach(.reverse) == reach)
    #expect(!state.simulation.isRunning)
    var alone = requests[0].trajectory
    alone.extend(by: reach)
    #expect(state.stage.reversePoints(at: reach) == alone.points(at: reach))
  }

  @Test("those that follow steps nobody made begin where these should have begun")
  func lostRequestsAreNotWaitedFor() throws {
    var (state, requests) = try Self.requests()
    let (late, next) = (requests[0], requests[1].performed())
    _ = state.update(.time(.simulated(next, seconds: 0.01)))
    #expect(state.stage.reach(.reverse) == next.steps)
    #expect(!state.simulation.isRunning)
    _ = state.update(.time(.simulated(late.performed(), seconds: 0.01)))
    #expect(state.stage.reach(.reverse) == next.steps)
  }

  @Test("answers about a run that has been replaced are not taken in")
  func staleAnswersAreDropped() throws {
    var state = try Player().state
    let effects = state.update(.time(.tick(seconds: 0.1, work: Self.scarce)))
    let asked = effects.compactMap { effect -> Simulation? in
      if case .simulate(let simulation) = effect { simulation } else { nil }
    }
    let simulation = try #require(asked.first)
    let reach = state.stage.reach(.forward)
    _ = state.update(.experiment(.reseed))
    _ = state.update(.time(.simulated(simulation.performed(), seconds: 0)))
    #expect(state.stage.reach(.forward) <= reach)
  }

  @Test("what lies behind is made again in slices, and the screen keeps what it shows meanwhile")
  func replayIsSliced() throws {
    var experiment = Experiment.small
    experiment.sampler = SamplerSpecification(kind: .ddim, steps: 40)
    var player = try Player(experiment)
    player.press("space", "r")
    player.perform(.time(.goToStart), .time(.goToEnd))
    player.wait(1)
    let reach = player.state.stage.reach(.reverse)
    #expect(reach == 40)
    // The trajectory of a small crowd keeps every step, so nothing has to be made again ...
    #expect(player.state.stage.missingSteps(.reverse, to: 13) == 0)
    // ... which that of a large one, with little memory, has to.
    var sparse = Trajectory(start: [.zero], length: 40, memoryBudget: 64) { state, _ in
      SamplingState(state.points.map { $0 + Point(1, 0) })
    }
    sparse.extend(by: 40)
    let missing = sparse.replayLength(to: 13)
    #expect(missing >= 3)
    sparse.replay(towards: 13, atMost: 2)
    #expect(sparse.replayLength(to: 13) == missing - 2)
    #expect(sparse.points(at: 13) == [Point(13, 0)])
    #expect(sparse.replayLength(to: 13) == 0)
    #expect(sparse.replayLength(to: 12) == 0)
  }
}
