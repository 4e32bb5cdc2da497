/// A task that grades itself: what is fixed, what may be chosen, and which figure earns how many
/// points.
///
/// Whoever does it chooses only what is open; all else is the assignment's own, so that the same
/// choice gives the same figures everywhere.
public struct Assignment: Sendable {
  /// Which network draws the samples.
  public enum Network: String, Sendable, CaseIterable {
    /// None: the closed-form answer.
    case exact
    /// One that the assignment's own experiment trains, the same for everybody.
    case given
    /// One that is trained as the settings that were handed in say.
    case own
  }

  /// A kind of what may be handed in.
  public enum Handing: String, Sendable, CaseIterable {
    /// Keys of a preset: the program does the rest.
    case settings
    /// The weights of a network, which the settings must give again.
    case weights
    /// Points that any program has drawn.
    case samples
    /// A field that any program has worked out at the assignment's places.
    case field
  }

  /// Something without which points are taken off.
  public enum Need: String, Sendable, CaseIterable {
    /// A text of one's own about what was seen.
    case reflection
  }

  /// The name on the command line: lower case with dashes.
  public let id: String
  public let title: String
  /// What is to be done, in words.
  public let task: String
  /// What is fixed, before the parts say more.
  public let experiment: Experiment
  public let network: Network
  /// How many optimizer steps a network is given.
  public let iterations: Int
  /// The keys of a preset that may be chosen, each with all below it: `["sampler", "steps"]`.
  public let open: [[String]]
  /// How many samples, or places of a field, are judged.
  public let count: Int
  /// The seed of the real data that samples are held against, and of the places of fields: the same
  /// for everybody, whatever seed they draw with.
  public let judgeSeed: UInt64
  public let accepts: [Handing]
  public let needs: [Need]
  public let parts: [AssignmentPart]

  public init(
    id: String, title: String, task: String, experiment: Experiment, network: Network,
    iterations: Int, open: [[String]], count: Int, judgeSeed: UInt64, accepts: [Handing],
    needs: [Need], parts: [AssignmentPart]
  ) {
    self.id = id
    self.title = title
    self.task = task
    self.experiment = experiment
    self.network = network
    self.iterations = iterations
    self.open = open
    self.count = count
    self.judgeSeed = judgeSeed
    self.accepts = accepts
    self.needs = needs
    self.parts = parts
  }

  /// The share of the points that is taken off for each thing that is missing.
  public static let shareForMissing = 0.1

  /// The most points there are.
  public var points: Int { parts.reduce(0) { $0 + $1.points } }

  /// The keys that may be chosen for a part.
  public func open(in part: AssignmentPart) -> [[String]] { part.open ?? open }
}

/// One question of an assignment: an experiment, a figure about it and what that earns.
public struct AssignmentPart: Sendable {
  /// What is judged.
  public enum Subject: Sendable, Equatable {
    /// Samples, by the figure of an evaluation metric.
    case samples(EvaluationMetric)
    /// A field at the level of an index of the schedule, by its distance from the exact one; the
    /// columns of the file that hold it begin with the name, such as `score`.
    case field(level: Int, name: String)
  }

  /// The name beside the figure's; empty where the assignment has one part.
  public let name: String
  /// The assignment's experiment with what this part fixes besides.
  public let experiment: Experiment
  public let subject: Subject
  /// The figure's name, such as `chamfer_mean`.
  public let figure: String
  /// Whether the figure is better the smaller it is.
  public let isLowerBetter: Bool
  /// The keys that may be chosen here; nil for those of the assignment.
  public let open: [[String]]?
  /// How often the model may be asked for a sample; nil for as often as one likes.
  public let mostCalls: Int?
  /// What earns points, the hardest first.
  public let thresholds: [Threshold]

  public init(
    name: String, experiment: Experiment, subject: Subject, figure: String, isLowerBetter: Bool,
    open: [[String]]? = nil, mostCalls: Int?, thresholds: [Threshold]
  ) {
    self.name = name
    self.experiment = experiment
    self.subject = subject
    self.figure = figure
    self.isLowerBetter = isLowerBetter
    self.open = open
    self.mostCalls = mostCalls
    self.thresholds = thresholds
  }

  /// The name in tables: `chamfer_mean`, or with the part's name `four.chamfer_mean`.
  public var title: String { name.isEmpty ? figure : "\(name).\(figure)" }

  /// The most points it earns.
  public var points: Int { thresholds.first?.points ?? 0 }

  /// The hardest threshold that a value meets; nil where it meets none, or is no number.
  public func threshold(metBy value: Double) -> Threshold? {
    thresholds.first { isLowerBetter ? value <= $0.value : value >= $0.value }
  }

  /// Whether one value is better than another; no number is better than what is none.
  public func isBetter(_ value: Double, than other: Double) -> Bool {
    if value.isNaN || other.isNaN { return !value.isNaN && other.isNaN }
    return isLowerBetter ? value < other : value > other
  }
}

/// A value that a figure has to reach, itself included, and what that earns.
public struct Threshold: Sendable, Equatable {
  public let value: Double
  public let points: Int

  public init(value: Double, points: Int) {
    self.value = value
    self.points = points
  }
}
