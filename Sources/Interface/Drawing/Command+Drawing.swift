import Diffusion

/// What can be said about drawing the data by hand.
extension Command {
  static let drawing: [Command] = [
    Command("draw", "draw the data by hand") { _ in [.draw(.begin)] },
    Command(
      "draw stroke", "X Y X Y ...", example: "0 0 1.5 -1", "a stroke of the brush through places"
    ) { value, _ in
      [.draw(.stroke(try places(value), erases: false))]
    },
    Command(
      "draw rub", "X Y X Y ...", example: "0 0 1.5 -1", "a stroke of the eraser through places"
    ) { value, _ in
      [.draw(.stroke(try places(value), erases: true))]
    },
    Command("draw clear", "erase everything that is drawn") { _ in [.draw(.clear)] },
    Command("draw use", "make what is drawn the data") { _ in [.draw(.use)] },
    Command(
      "word", "LETTERS", example: "HELLO", "diffuse the letters of a word; a space begins a line"
    ) {
      value, state in
      var changed = state.experiment
      changed.setDistribution(.word(value))
      changed.title = changed.distribution.title
      return [.experiment(.change(changed))]
    },
  ]

  /// Places of the plane, as pairs of numbers.
  private static func places(_ text: String) throws -> [Point] {
    let numbers = try text.split(separator: " ").map { try number(String($0)) }
    guard numbers.count.isMultiple(of: 2) else {
      throw CommandError("places are pairs of numbers, such as 0 0 1.5 -1")
    }
    return stride(from: 0, to: numbers.count, by: 2).map { Point(numbers[$0], numbers[$0 + 1]) }
  }
}
