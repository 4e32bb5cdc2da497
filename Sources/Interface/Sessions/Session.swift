import Diffusion

/// What it takes to go on where somebody stopped: the experiments with their history, the place in
/// time and the view as commands, a drawing that is not used yet, and the network.
public struct Session: Sendable {
  /// All of it but the network, which has a file of its own.
  public struct Record: Codable, Sendable, Equatable {
    /// The experiments that undo goes back to, oldest first.
    var past: [Editions]
    var present: Editions
    /// The undone experiments, the next one last.
    var future: [Editions]
    var side: Side
    /// The commands that lead from the opening of the experiment to what was on the screen.
    var script: [String]
    var isTraining: Bool
    /// The drawing on the board, or left on it.
    var drawing: DistributionSpecification?
    var isBoardOut: Bool

    /// What was on the screen, in a word or two.
    public var title: String { experiment.title }

    /// The experiment in hand.
    public var experiment: Experiment { present[side].experiment }
  }

  public let record: Record
  /// The network of the side in hand; nil where nothing has been trained.
  public let weights: (any TrainedWeights)?

  public init(record: Record, weights: (any TrainedWeights)?) {
    self.record = record
    self.weights = weights
  }

  /// What is on a screen.
  public init(_ state: AppState) {
    let drawing = state.drawing ?? state.drafts.drawing
    let history = state.history
    record = Record(
      past: Self.affordable(history.past), present: history.present,
      future: Self.affordable(history.future),
      side: state.side, script: state.script, isTraining: state.training.activity == .running,
      drawing: drawing.flatMap { $0.sites.isEmpty ? nil : $0.distribution },
      isBoardOut: state.drawing != nil)
    weights = state.training.weights
  }

  /// The most points of data in what can be undone, and in what can be made again: each of them may
  /// have data of its own, and all of it is written every few seconds.
  static let mostPoints = 20_000

  /// The nearest of some experiments, as many as have no more points than can be afforded.
  private static func affordable(_ editions: [Editions]) -> [Editions] {
    var points = 0
    let near = editions.reversed().prefix { editions in
      points += editions.pointCount
      return points <= mostPoints
    }
    return near.reversed()
  }

  /// What is done first when it is gone on with.
  public var script: Script {
    let lines = record.script + (record.isTraining ? ["train on"] : [])
    return (try? Script(text: lines.joined(separator: "\n"), file: "the session")) ?? Script()
  }
}

extension Editions {
  /// How many points are written out in their data.
  fileprivate var pointCount: Int {
    [a, b].compactMap(\.self).reduce(0) { count, edition in
      let experiment = edition.experiment
      let data = [experiment.distribution] + experiment.methodSettings.distributions
      return data.reduce(count) { $0 + $1.pointCount }
    }
  }
}

extension DistributionSpecification {
  fileprivate var pointCount: Int {
    switch self {
    case .points(let points, _, _): points.count
    case .samples(let whole, _, _): whole.pointCount
    case .named, .components, .word: 0
    }
  }
}
