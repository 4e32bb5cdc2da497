import Diffusion

/// What guidance does to samples, in numbers.
public struct GuidanceFigures: Sendable, Equatable {
  /// The share of samples whose most probable label is one of those asked for; nil where nothing is
  /// asked for.
  public let accuracy: Double?
  /// The spread of the samples as a share of that of the distribution asked for.
  public let spread: Double
  /// The squared Frechet distance to the distribution asked for, and that of real data.
  public let frechet: Double
  public let frechetFloor: Double
  /// The sliced W2 to the tilted density, and that of its own draws; nil where it was not measured.
  public let tilted: (distance: Double, floor: Double)?

  /// - Parameter tilts: whether the samples are held against the tilted density too.
  init(of points: [Point], in laboratory: Laboratory, tilts: Bool) {
    let sampleSet = SampleSet(of: laboratory.frame.restored(points), from: nil, in: laboratory)
    let wanted = EvaluationMetric.ofGuidance.filter { metric in
      metric.id != Metric.sliced.id && (tilts || metric.id != "tilted")
    }
    // Only a watch that calls a metric off can make it throw.
    let figures = wanted.flatMap { (try? $0.figures(of: sampleSet)) ?? [] }
    let named = Dictionary(figures.map { ($0.name, $0) }) { first, _ in first }
    accuracy = named["label_accuracy"]?.value
    spread = named["spread_ratio"]?.value ?? .nan
    frechet = named["frechet_squared_ddof1"]?.value ?? .nan
    frechetFloor = named["frechet_squared_ddof1"]?.floor ?? .nan
    tilted = named["tilted_sliced_w2"].map { ($0.value, $0.floor ?? .nan) }
  }

  /// The means of figures of several seeds, at least one.
  init(meansOf all: [GuidanceFigures]) {
    let accuracies = all.compactMap(\.accuracy)
    accuracy = accuracies.isEmpty ? nil : Spread(accuracies).mean
    spread = Spread(all.map(\.spread)).mean
    frechet = Spread(all.map(\.frechet)).mean
    frechetFloor = Spread(all.map(\.frechetFloor)).mean
    tilted = all.first?.tilted
  }

  public static func == (one: Self, other: Self) -> Bool {
    one.accuracy == other.accuracy && one.spread == other.spread && one.frechet == other.frechet
      && one.tilted?.distance == other.tilted?.distance
  }
}

/// How good guided samples are once their run is over.
public struct GuidedVerdict: Study {
  /// The run that is judged: it is another when this is.
  struct Subject: Sendable, Equatable {
    let experiment: Experiment
    let weakerSteps: Int?
    let trainingSteps: Int?
    let classifierSteps: Int
  }

  let subject: Subject
  /// How many samples are judged.
  static let mostPoints = 2000
  public private(set) var figures: GuidanceFigures?
  private let points: [Point]
  private let laboratory: Laboratory

  init(_ subject: Subject, points: [Point], laboratory: Laboratory) {
    self.subject = subject
    self.points = Array(points.prefix(Self.mostPoints))
    self.laboratory = laboratory
  }

  public var progress: Double { figures == nil ? 0 : 1 }

  public mutating func advance() {
    figures = figures ?? GuidanceFigures(of: points, in: laboratory, tilts: true)
  }
}

extension AppState {
  /// The guided run on the screen; nil where nothing is guided.
  private var guidedRun: GuidedVerdict.Subject? {
    guard stage.laboratory.guidance != nil, showsGuidance else { return nil }
    return GuidedVerdict.Subject(
      experiment: experiment, weakerSteps: weakerNetwork?.steps,
      trainingSteps: stage.model.weights?.steps,
      classifierSteps: classifier.steps(for: experiment))
  }

  /// The figures of the guided samples, once a run has come to its end and they are judged.
  var verdict: GuidanceFigures? {
    guard let verdict = studies[.verdict] as? GuidedVerdict, verdict.subject == guidedRun else {
      return nil
    }
    return verdict.figures
  }

  private var isAtTheEnd: Bool {
    frame.direction == .reverse && frame.step == frame.length && frame.target == nil
      && !isRedrawing
  }

  /// Whether the run on the screen is over and its samples are not judged.
  fileprivate var wantsVerdict: Bool {
    guard isAtTheEnd, let run = guidedRun, !studies.isPending(.verdict) else {
      return false
    }
    guard let verdict = studies[.verdict] as? GuidedVerdict else { return true }
    return verdict.subject != run
  }

  /// The figures of the guided samples on the screen, to be worked out.
  fileprivate var freshVerdict: GuidedVerdict? {
    guidedRun.map { GuidedVerdict($0, points: frame.points, laboratory: stage.laboratory) }
  }
}

extension StudyKind {
  /// How good the guided samples on the screen are.
  public static let verdict = StudyKind(
    id: "verdict", name: "the figures of the guided samples", begin: { $0.freshVerdict },
    isDue: { $0.wantsVerdict })
}
