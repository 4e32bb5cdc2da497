import Diffusion

/// What can be said about the control points of the schedule.
extension Command {
  static let schedule: [Command] = [
    Command(
      "point", "TIME BETA", example: "0.5 0.01", "puts the selected control point or end there"
    ) { value, state in
      let numbers = try value.split(separator: " ").map { try number(String($0)) }
      guard numbers.count == 2 else {
        throw CommandError("'\(value)' is no place; say a time and a beta, such as 0.5 0.01")
      }
      return [.schedule(.placeHandle(Point(numbers[0], numbers[1])))]
    },
    Command("add point", "one control point more") { _ in [.schedule(.addHandle)] },
    Command("delete point", "the selected control point away") { _ in [.schedule(.deleteHandle)] },
  ]
}
