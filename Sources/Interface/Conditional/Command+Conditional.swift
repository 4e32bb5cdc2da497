import Diffusion
import TextScreen

extension Command {
  /// The conditional picture; its layer has a switch of its own.
  static let conditional: [Command] = [
    Command(
      "conditional at", "X Y", example: "0.5 0.3",
      "the place whose field is taken apart, in the data's own units",
      current: { state in
        state.view.conditional.query.map {
          let place = state.stage.laboratory.frame.restored($0)
          return "\(place.x) \(place.y)"
        }
      }
    ) { value, state in
      let numbers = try value.split(separator: " ").map { try number(String($0)) }
      guard numbers.count == 2 else {
        throw CommandError("'\(value)' is no place: say x and y, such as 0.5 0.3")
      }
      let place = state.stage.laboratory.frame.standardized(Point(numbers[0], numbers[1]))
      return try looking(state) { $0.query = place }
    },
    Command(
      "conditional end", "N", example: "3",
      "the component or data point whose way alone is shown, counted from 0",
      current: { String($0.view.conditional.end) }
    ) { value, state in
      let (wanted, count) = (try whole(value), state.conditionalPaths?.ends.components.count ?? 0)
      if count > 0, !(0..<count).contains(wanted) {
        throw CommandError("\(state.nounOfEnds)s are numbered from 0 to \(count - 1)")
      }
      return try looking(state) { $0.end = wanted }
    },
    Command(
      "conditional arrows", "NAME", example: "score", "what the conditional arrows are",
      choices: { _ in ConditionalView.Arrows.allCases.map(\.rawValue) }
    ) { value, state in
      let arrows = try member(value, of: ConditionalView.Arrows.self, called: "conditional arrows")
      return try looking(state) { $0.arrows = arrows }
    },
  ]

  /// Looks at the conditional picture, changed.
  private static func looking(
    _ state: AppState, _ change: (inout ConditionalView) -> Void
  ) throws -> [Action] {
    if let reason = state.noConditionals { throw CommandError(reason) }
    var view = state.view
    change(&view.conditional)
    return [.plane(.look(view))]
  }
}
