import Diffusion

extension Command {
  /// Random walks on the plane.
  static let walks: [Command] = [
    Command(
      "walk langevin", "STEP NOISE", example: "0.01 1",
      "walk by the score of the data, with steps of a length and so many times the noise needed"
    ) { value, state in
      let numbers = try numbers(value, count: 2, example: "0.01 1")
      guard RandomWalk.steps.contains(numbers[0]), RandomWalk.noises.contains(numbers[1]) else {
        throw CommandError("a step is from 0.000001 to 10, and the noise from 0 to 10")
      }
      return try walking(state, .langevin(step: numbers[0], noise: numbers[1]))
    },
    Command(
      "walk ou", "THETA SIGMA", example: "1 1.4",
      "walk on a spring of strength theta, with noise sigma: an Ornstein-Uhlenbeck process"
    ) { value, state in
      let numbers = try numbers(value, count: 2, example: "1 1.4")
      guard RandomWalk.thetas.contains(numbers[0]), RandomWalk.sigmas.contains(numbers[1]) else {
        throw CommandError("theta and sigma are from 0 to 100")
      }
      return try walking(state, .ornsteinUhlenbeck(theta: numbers[0], sigma: numbers[1]))
    },
    Command(
      "walk from", "X Y", example: "-0.3 0", "all walkers begin at a place, in the data's own units"
    ) { value, state in
      let place = try numbers(value, count: 2, example: "-0.3 0")
      let start = Point(place[0], place[1]).bounded
      let walk = try presentWalk(in: state).walk
      return looking(
        state, WalkView(walk, walkers: Array(repeating: start, count: WalkView.count)))
    },
    Command(
      "walk on", "N", example: "200", "so many steps; while the run plays the walk goes on alone"
    ) { value, state in
      var walk = try presentWalk(in: state)
      let count = try whole(value)
      guard 1...WalkView.mostSteps ~= count else {
        throw CommandError("a walk goes on by 1 to \(WalkView.mostSteps) steps")
      }
      walk.due = Double(count)
      return looking(state, walk)
    },
    Command("walk off", "no walk any more") { state in looking(state, nil) },
  ]

  /// The walk on the plane; where nobody walks yet, Langevin from the points on the screen.
  private static func presentWalk(in state: AppState) throws -> WalkView {
    if let reason = state.noWalk { throw CommandError(reason) }
    let shown = state.stage.laboratory.frame.restored(
      Array(state.frame.points.prefix(WalkView.count)))
    return state.view.walk ?? WalkView(.langevin(step: 0.01, noise: 1), walkers: shown)
  }

  private static func numbers(_ value: String, count: Int, example: String) throws -> [Double] {
    let numbers = try value.split(separator: " ").map { try number(String($0)) }
    guard numbers.count == count else {
      throw CommandError("'\(value.excerpt)' are not \(count) numbers, such as \(example)")
    }
    return numbers
  }

  /// Walkers who are there already go on from where they are.
  private static func walking(_ state: AppState, _ walk: RandomWalk) throws -> [Action] {
    var view = try presentWalk(in: state)
    view.walk = walk
    return looking(state, view)
  }

  private static func looking(_ state: AppState, _ walk: WalkView?) -> [Action] {
    var view = state.view
    view.walk = walk
    return [.plane(.look(view))]
  }
}
