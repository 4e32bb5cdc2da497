import Diffusion

/// A number that the program measures and that lessons speak of: in their text, in conditions and in
/// predictions.
///
/// A figure is read off a state of the screen. It may take values, such as the place where a score is
/// asked for; a value of `LessonFigure.all` says which.
public struct LessonFigure: Sendable {
  /// A value that follows the name of a figure.
  enum Value: Sendable {
    /// A finite number.
    case number(String)
    /// A finite number that may be left away.
    case optional(String)
    /// A word; of a list, unless that is empty.
    case word(String, of: [String])

    var name: String {
      switch self {
      case .number(let name), .word(let name, _): name
      case .optional(let name): "[\(name)]"
      }
    }
  }

  /// Its name in lessons: lower case with dashes.
  public let id: String
  let values: [Value]
  /// One line that says what it is, and its unit where it has one.
  public let summary: String
  /// Whether samples have to be drawn and judged for it, which takes a while.
  let needsSamples: Bool
  /// Whether it is a time from 0, data, to 1, noise, which some notations count the other way.
  let isTime: Bool
  /// Throws `MissingFigure`, or gives nil, where there is nothing to be measured.
  let measure: @Sendable (MeasuredState, FigureValues) throws -> Double?

  init(
    _ id: String, _ values: [Value] = [], _ summary: String, needsSamples: Bool = false,
    isTime: Bool = false,
    measure: @escaping @Sendable (MeasuredState, FigureValues) throws -> Double?
  ) {
    self.id = id
    self.values = values
    self.summary = summary
    self.needsSamples = needsSamples
    self.isTime = isTime
    self.measure = measure
  }

  /// The name with its values: `score-x X Y`.
  public var usage: String { ([id] + values.map(\.name)).joined(separator: " ") }

  /// Every figure; lessons, their check and `stipple list figures` read this one list.
  /// Those that only one method has stand in its folder.
  public static let all: [LessonFigure] =
    schedule + field + cloud + walks + samples + MethodScreen.all.flatMap(\.offers.figures)
}

/// The values that were given to a figure.
struct FigureValues: Sendable, Hashable {
  var numbers: [Double] = []
  var word = ""

  /// The first two numbers as a place of the plane.
  var place: Point { numbers.count < 2 ? .zero : Point(numbers[0], numbers[1]) }
}

/// Why a figure cannot be measured in a state.
struct MissingFigure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
