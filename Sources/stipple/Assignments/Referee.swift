import Diffusion
import Foundation

/// What was handed in for an assignment, as it is judged.
struct Handed: Sendable {
  /// A file that another program made.
  struct Given: Sendable, Equatable {
    /// Points, or vectors of a field at the assignment's places.
    let points: [Point]
    let isField: Bool
  }

  let settings: ChosenSettings
  /// What takes the place of the program's own samples or field; nil for none.
  var given: Given?
}

/// What was found of a part.
struct PartFinding: Sendable, Equatable {
  let value: Double
  /// The same of real data; nil where there is no such thing.
  let floor: Double?
  /// How often the model was asked for a sample; 0 for what was given.
  let calls: Int
}

/// All that was found.
struct Finding: Sendable {
  let parts: [PartFinding]
  /// The bytes of the network's weights; nil where there is none.
  let weights: [UInt8]?
  let losses: [LossCurve.Point]
  /// What is drawn: the samples of the first part, and real data.
  let samples: [Point]
  let reference: [Point]
}

/// Judges what was handed in for an assignment, by its settings alone.
///
/// The same settings give the same figures, whatever else is judged at the same time.
struct Referee: Sendable {
  let assignment: Assignment
  let shelf: NetworkShelf

  /// Trains, draws and measures.
  func finding(of handed: Handed) throws -> Finding {
    var findings: [PartFinding] = []
    var (samples, reference): ([Point], [Point]) = ([], [])
    var network: NetworkShelf.Trained?
    for (part, experiment) in zip(assignment.parts, handed.settings.experiments) {
      let judged = try judge(part, experiment, handed)
      findings.append(judged.finding)
      network = network ?? judged.network
      if samples.isEmpty { (samples, reference) = (judged.samples, judged.reference) }
    }
    return Finding(
      parts: findings, weights: try network.map { Array(try WeightFile.data(of: $0.weights)) },
      losses: network?.losses ?? [], samples: samples, reference: reference)
  }

  /// The laboratory that real data and places are drawn in.
  func judge(of experiment: Experiment) throws(ExperimentError) -> Laboratory {
    var judging = experiment
    judging.seed = assignment.judgeSeed
    return try Laboratory(judging)
  }

  private struct Judged {
    let finding: PartFinding
    let samples: [Point]
    let reference: [Point]
    let network: NetworkShelf.Trained?
  }

  private func judge(
    _ part: AssignmentPart, _ experiment: Experiment, _ handed: Handed
  ) throws -> Judged {
    let judge = try judge(of: experiment)
    let network = handed.given == nil ? try network(for: part, experiment) : nil
    switch part.subject {
    case .field(let level, let name):
      let field = FieldReferee(assignment: assignment, level: level, name: name)
      let places = field.places(in: judge)
      let given =
        try handed.given?.points
        ?? field.field(at: places, by: network?.weights, in: Laboratory(experiment))
      let value = try field.error(of: given, at: places, in: judge)
      return Judged(
        finding: PartFinding(value: value, floor: nil, calls: 0), samples: places, reference: [],
        network: network)
    case .samples(let metric):
      let (set, calls) = try samples(experiment, network, handed, judge)
      if handed.given != nil { try refuseReference(in: set) }
      let figure = try metric.figures(of: set).first { $0.name == part.figure }
      guard let figure else {
        throw InputError("\(metric.id) works out no figure '\(part.figure.excerpt)' here")
      }
      return Judged(
        finding: PartFinding(value: figure.value, floor: figure.floor, calls: calls),
        samples: set.samples, reference: set.reference, network: network)
    }
  }

  /// The network that answers; nil for the exact model.
  private func network(
    for part: AssignmentPart, _ experiment: Experiment
  ) throws(ExperimentError) -> NetworkShelf.Trained? {
    switch assignment.network {
    case .exact: nil
    case .given: try shelf.network(of: part.experiment, iterations: assignment.iterations)
    case .own: try shelf.network(of: experiment, iterations: assignment.iterations)
    }
  }

  /// Samples beside the judge's own real data.
  private func samples(
    _ experiment: Experiment, _ network: NetworkShelf.Trained?, _ handed: Handed,
    _ judge: Laboratory
  ) throws -> (SampleSet, calls: Int) {
    if let given = handed.given {
      return (SampleSet(of: given.points, origin: nil, in: judge), 0)
    }
    let laboratory = try Laboratory(experiment)
    let console = Console.silent
    let source = try laboratory.commands.source(
      by: network?.weights, in: laboratory, on: console)
    let (set, calls) = try source.samples(
      in: laboratory, count: assignment.count, on: console)
    return (SampleSet(of: set.samples, labels: set.labels, origin: set.origin, in: judge), calls)
  }

  /// Refuses given points that are those they would be held against.
  private func refuseReference(in set: SampleSet) throws(InputError) {
    let known = Set(set.reference.map { SIMD2($0.x, $0.y) })
    let copies = set.samples.count { known.contains(SIMD2($0.x, $0.y)) }
    if copies * 100 > set.samples.count {
      throw InputError(
        "\(copies) of the \(set.samples.count) points are the judge's own real data, not samples")
    }
  }
}

extension Console {
  /// A console on which nothing is said.
  static var silent: Console {
    Console(
      output: { _ in }, note: { _ in }, progress: nil, presets: PresetLibrary(folders: []))
  }
}
