import Diffusion

/// A question that is asked before the program shows the answer, and that the program's own figure
/// answers.
public struct Prediction: Sendable, Equatable {
  /// What is guessed, with the answer that the author states.
  public enum Kind: Sendable, Equatable {
    /// One of several, each with the conditions under which it is right.
    case choice([Option], stated: Int)
    /// A figure.
    case number(FigureReading, stated: Double)
    /// A place of the plane, whose coordinates are figures.
    case place(x: FigureReading, y: FigureReading, stated: Point)
    /// A figure of a number, guessed at several numbers.
    ///
    /// The figures are in the order of the numbers.
    case curve([FigureReading], at: [Double], range: ClosedRange<Double>, stated: [Double])
  }

  public struct Option: Sendable, Equatable {
    public let text: String
    public let conditions: [LessonCondition]

    public init(_ text: String, when conditions: [LessonCondition]) {
      self.text = text
      self.conditions = conditions
    }

    /// Whether it is right: all of its conditions hold.
    func isRight(_ measured: [FigureReading: Double]) -> Bool {
      conditions.allSatisfy { $0.holds(measured) == true }
    }
  }

  public let question: LessonText
  public let kind: Kind
  /// How far a guess may be from the program's figure; for choices of no use.
  public let tolerance: Double
  /// What is done to show the answer.
  public let showing: Script
  /// What is said then.
  public let explanation: LessonText
  /// Where the answer stands in its file.
  public let source: String

  public init(
    question: LessonText, kind: Kind, tolerance: Double, showing: Script, explanation: LessonText,
    source: String
  ) {
    self.question = question
    self.kind = kind
    self.tolerance = tolerance
    self.showing = showing
    self.explanation = explanation
    self.source = source
  }

  /// The figures that answer it.
  var readings: [FigureReading] {
    switch kind {
    case .choice(let options, _): options.flatMap(\.conditions).flatMap(\.readings)
    case .number(let figure, _): [figure]
    case .place(let x, let y, _): [x, y]
    case .curve(let figures, _, _, _): figures
    }
  }

  /// What the program answers: the number of an option from 1, or figures; nil where it does not say.
  func answer(_ measured: [FigureReading: Double]) -> [Double]? {
    switch kind {
    case .choice(let options, _):
      let right = options.indices.filter { options[$0].isRight(measured) }
      return right.count == 1 ? [Double(right[0] + 1)] : nil
    case .number, .place, .curve:
      let values = readings.compactMap { measured[$0] }
      return values.count == readings.count && !values.isEmpty ? values : nil
    }
  }

  /// The answer that the author states, in the form of a guess.
  public var stated: [Double] {
    switch kind {
    case .choice(_, let number): [Double(number)]
    case .number(_, let value): [value]
    case .place(_, _, let place): [place.x, place.y]
    case .curve(_, _, _, let values): values
    }
  }

  /// Whether a guess is as near to the answer as it has to be.
  func accepts(_ guess: [Double], answer: [Double]) -> Bool {
    guard guess.count == answer.count else { return false }
    switch kind {
    case .choice: return guess == answer
    case .place:
      return (Point(guess[0], guess[1]) - Point(answer[0], answer[1])).length <= tolerance
    case .number, .curve:
      return zip(guess, answer).allSatisfy { abs($0 - $1) <= tolerance }
    }
  }

  /// What a guess looks like, for the line it is typed in.
  var form: String {
    switch kind {
    case .choice(let options, _): "a number from 1 to \(options.count)"
    case .number: "a number"
    case .place: "two numbers, x and y"
    case .curve(_, let numbers, _, _): "\(numbers.count) numbers"
    }
  }

  /// A guess in the words of somebody who types it. Throws what would be right.
  func guess(_ text: String) throws -> [Double] {
    let words = text.split { $0 == " " || $0 == "," }
    let numbers = try words.map { try Command.number(String($0)) }
    let isRight =
      if case .choice(let options, _) = kind {
        numbers.count == 1 && (1...options.count).map(Double.init).contains(numbers[0])
      } else {
        numbers.count == stated.count
      }
    guard isRight else { throw CommandError("an answer here is \(form)") }
    return numbers
  }
}
