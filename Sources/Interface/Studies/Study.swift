import Diffusion

/// A longer question about the experiment, answered beside the screen in slices.
///
/// Every slice comes back with what is known so far, so that it can be watched and called off.
public protocol Study: Sendable {
  /// The share that is done.
  var progress: Double { get }
  /// Makes a slice more.
  mutating func advance()
}

extension Study {
  public var isComplete: Bool { progress >= 1 }

  /// The study with one slice more.
  func advanced() -> Self {
    var study = self
    study.advance()
    return study
  }
}

/// A kind of study: how it begins, why it cannot, where it is drawn, how it is kept.
///
/// Each stands in the folder of what it asks about, and once in `all`. What draws it asks for what
/// is known by its type.
public struct StudyKind: Sendable {
  public let id: String
  /// What it is called when something is said about it.
  let name: String
  /// Begins it for what is on the screen; nil where there is nothing to ask about.
  let begin: @Sendable (AppState) -> (any Study)?
  /// Whether it begins without being asked for, because something on the screen needs it.
  var isDue: @Sendable (AppState) -> Bool = { _ in false }
  /// Why it cannot be begun, in a few words; nil where it can.
  var obstacle: @Sendable (AppState) -> String? = { _ in nil }
  /// The panel that shows it, and how many rows it needs there; nil where nobody asks for it.
  var room: (@Sendable (AppState) -> (panel: Panel, rows: Int))?
  /// How somebody asks for it; nil where a feature has a key and a command of its own for that, or
  /// what is on the screen begins it.
  var asking: Asking?
  /// A panel of its own; nil where it is shown in another's.
  var panel: Panel?
  /// What it is called in commands, and the key that begins it; nil where it has no numbers to keep.
  var saved: (word: String, key: String)?
  /// Whether it holds on where one edition has come after another: it asks about nothing in which they
  /// differ.
  var holds: @Sendable (_ edition: Edition, _ before: Edition) -> Bool = { _, _ in false }

  /// Whether it is begun by a key or a command, and not by what is on the screen.
  var isAskedFor: Bool { room != nil }

  /// All kinds; where several begin at once, in this order.
  public static let all: [StudyKind] =
    [.chart, .budget, .information, .decisions, .weights, .verdict, .lossFloor]
    + MethodScreen.all.flatMap(\.offers.studies)
}

extension StudyKind: Hashable {
  public static func == (one: StudyKind, other: StudyKind) -> Bool { one.id == other.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A slice of a study to be made beside the screen.
public struct StudyRequest: Sendable {
  /// Answers to other numbers are out of date.
  let number: Int
  let side: Side
  let kind: StudyKind
  var study: any Study
  /// Tells whether it is still wanted.
  let watch: WorkWatch

  /// The request with its slice made.
  func performed() -> StudyRequest {
    var done = self
    done.study = watch.during { study.advanced() }
    return done
  }
}
