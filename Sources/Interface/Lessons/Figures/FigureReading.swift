import Diffusion

/// A figure as a lesson names it, with its values: `alpha-bar 500`, `score-x 1 0`, `other sliced-w2`.
///
/// The word `other` in front asks for the other side of a comparison.
public struct FigureReading: Sendable, Hashable, CustomStringConvertible {
  public let description: String
  private let id: String
  private let values: FigureValues
  private let isOfOther: Bool
  private let isTime: Bool

  /// Reads the words of a figure.
  ///
  /// Throws what is wrong with them, with the nearest name that exists.
  public init(_ text: String) throws {
    var words = text.split(separator: " ").map(String.init)
    isOfOther = words.first == "other"
    if isOfOther { words.removeFirst() }
    guard let name = words.first else { throw CommandError("a figure needs a name") }
    let names = LessonFigure.all.map(\.id)
    guard let known = Spelling.known(name, among: names),
      let figure = LessonFigure.all.first(where: { $0.id == known })
    else {
      throw UnknownName(name: name, family: "figure", known: names)
    }
    id = figure.id
    isTime = figure.isTime
    values = try Self.values(Array(words.dropFirst()), of: figure)
    description = ((isOfOther ? ["other"] : []) + words).joined(separator: " ")
  }

  private static func values(_ given: [String], of figure: LessonFigure) throws -> FigureValues {
    var values = FigureValues()
    var rest = given[...]
    for value in figure.values {
      let word = rest.popFirst()
      switch value {
      case .optional:
        if let word { values.numbers.append(try Command.number(word)) }
      case .number(let name):
        guard let word else { throw missing(name, figure) }
        values.numbers.append(try Command.number(word))
      case .word(let name, let known):
        guard let word else { throw missing(name, figure) }
        guard known.isEmpty || known.contains(word) else {
          throw UnknownName(name: word, family: name.lowercased(), known: known)
        }
        values.word = word
      }
    }
    guard rest.isEmpty else {
      let surplus = rest.joined(separator: " ").excerpt
      throw CommandError("'\(surplus)' is too much for '\(figure.usage)'")
    }
    return values
  }

  private static func missing(_ name: String, _ figure: LessonFigure) -> CommandError {
    CommandError("'\(figure.id)' needs \(name): \(figure.usage)")
  }

  private var figure: LessonFigure? { LessonFigure.all.first { $0.id == id } }

  /// A value of it in words, as a notation counts; `…` where it is not known.
  func words(_ value: Double?, in notation: Notation) -> String {
    FigureText.words(isTime ? value.map(notation.time) : value)
  }

  /// What it is, in a line.
  public var summary: String { figure?.summary ?? "" }

  /// Measures figures of a state. Those that cannot be measured are left out.
  ///
  /// Samples are drawn and judged where a figure needs it: this may take seconds.
  public static func measured(
    _ readings: [FigureReading], in state: AppState
  ) -> [FigureReading: Double] {
    var values: [FigureReading: Double] = [:]
    for side in [false, true] {
      let asked = readings.filter { $0.isOfOther == side }
      if asked.isEmpty || (side && !state.isComparing) { continue }
      let measured = measuredState(of: asked, in: state)
      for reading in asked where values[reading] == nil {
        values[reading] = try? reading.figure?.measure(measured, reading.values)
      }
    }
    return values
  }

  /// The side that readings are of, with what they need.
  private static func measuredState(
    of readings: [FigureReading], in state: AppState
  ) -> MeasuredState {
    let state = readings.contains(where: \.isOfOther) ? state.turnedRound : state
    let needsSamples = readings.contains { $0.figure?.needsSamples == true }
    return MeasuredState(state: state, quality: needsSamples ? state.judgedSamples : nil)
  }

  /// Why it cannot be measured in a state; nil where it can.
  public func obstacle(in state: AppState) -> String? {
    if isOfOther && !state.isComparing { return "nothing is compared" }
    do {
      let value = try figure?.measure(Self.measuredState(of: [self], in: state), values)
      return value == nil ? "there is nothing to be measured yet" : nil
    } catch {
      return "\(error)"
    }
  }
}
