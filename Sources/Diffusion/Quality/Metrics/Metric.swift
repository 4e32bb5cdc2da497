/// A way to say how far a cloud of samples is from a cloud of real data.
///
/// A metric is a function from two clouds to named figures. The names are those that
/// `stipple measure` prints.
public struct Metric: Choice {
  public let id: String
  public let title: String
  public let summary: String
  /// The most points a cloud may have; metrics of all pairs take very long on more.
  public let mostPoints: Int
  /// Whether it depends on every pair of points, so that its cost grows faster than their number.
  public var comparesAllPairs = false
  /// The keys of its figures at the top level of the result.
  public var keys: [String] = []
  /// How its figures are defined, by the last part of their name, without commas.
  var definitions: [String: String] = [:]
  /// The figures by name. Throws what `watch` throws.
  let figures: @Sendable (ComparedClouds, MetricSettings, MetricWatch) throws -> MetricFigures

  public static let familyName = "metric"

  /// Every metric; add a new one here and in a file of its own.
  public static let allCases: [Metric] = [
    .exactTransport, .sliced, .energy, .kernel, .marginals, .frechet, .histogram, .neighbours,
    .chamfer, .sinkhorn,
  ]

  /// Measures two clouds of at most `mostPoints` points.
  public func measure(
    _ clouds: ComparedClouds, settings: MetricSettings = MetricSettings(),
    watch: MetricWatch = { _ in }
  ) throws -> MetricFigures {
    try figures(clouds, settings, watch).filter { settings.wants($0.key) }
  }

  /// How a figure is defined.
  ///
  /// - Parameter path: the names that lead to it.
  public func definition(of path: [String]) -> String {
    path.last.flatMap { definitions[$0] } ?? summary
  }
}

/// Figures by the name they are printed under.
public typealias MetricFigures = [String: MetricFigure]

/// Told how far a metric has come, from 0 to 1; ends the work by throwing.
public typealias MetricWatch = (_ fraction: Double) throws -> Void

/// The settings of metrics that have some.
public struct MetricSettings: Sendable, Equatable {
  /// A number with the name it is printed under: as it was typed.
  public struct Named: Sendable, Equatable {
    public let name: String
    public let value: Double

    public init(name: String, value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// The standard deviations of the kernels of MMD; all positive.
  public var bandwidths: [Named]
  /// The entropies of Sinkhorn's problem, positive; without any it is not solved.
  public var entropies: [Named]
  /// The keys that are asked for, of which a metric may work out only those; nil for all.
  public var keys: Set<String>?

  public init(
    bandwidths: [Named] = MetricSettings.usualBandwidths, entropies: [Named] = [],
    keys: Set<String>? = nil
  ) {
    self.bandwidths = bandwidths
    self.entropies = entropies
    self.keys = keys
  }

  /// Whether a key is asked for.
  func wants(_ key: String) -> Bool { keys?.contains(key) ?? true }

  /// A tenth, a half and the whole unit: from within a mode to across the picture.
  public static let usualBandwidths = [
    Named(name: "0.1", value: 0.1), Named(name: "0.5", value: 0.5), Named(name: "1.0", value: 1),
  ]

  /// The shares of the median distance that are bandwidths too.
  static let medianShares = [
    Named(name: "0.1", value: 0.1), Named(name: "0.5", value: 0.5), Named(name: "1", value: 1),
  ]
}

/// A cloud of real data and one to be compared with it, both of at least one point.
public struct ComparedClouds: Sendable {
  public let reference: [Point]
  public let generated: [Point]

  public init(reference: [Point], generated: [Point]) {
    precondition(!reference.isEmpty && !generated.isEmpty, "a comparison needs points")
    self.reference = reference
    self.generated = generated
  }

  /// The size of the larger cloud.
  public var largestCount: Int { max(reference.count, generated.count) }
}

/// A number, what there is to say of it, or figures that belong together.
public indirect enum MetricFigure: Sendable, Equatable {
  case number(Double)
  /// A number that tells how far others can be trusted, and no distance itself.
  case check(Double)
  case count(Int)
  /// Whether the figures beside it are what they claim to be.
  case settled(Bool)
  /// What whoever reads the figures beside it should know.
  case note(String)
  case group(MetricFigures)
}

extension MetricFigures {
  /// What is said of the figures, with the names that lead to it, in alphabetical order.
  public var notes: [(path: [String], text: String)] {
    sorted { $0.key < $1.key }.flatMap { key, figure -> [(path: [String], text: String)] in
      switch figure {
      case .note(let text): [([], text)]
      case .group(let group): group.notes.map { ([key] + $0.path, $0.text) }
      case .number, .check, .count, .settled: []
      }
    }
  }

  /// Whether all figures are what they claim to be.
  public var areSettled: Bool {
    values.allSatisfy { figure in
      switch figure {
      case .settled(let isSettled): isSettled
      case .group(let group): group.areSettled
      case .number, .check, .count, .note: true
      }
    }
  }
}

extension MetricFigure: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .check(let number): try container.encode(number)
    case .count(let count): try container.encode(count)
    case .settled(let isSettled): try container.encode(isSettled)
    case .note(let text): try container.encode(text)
    case .group(let figures): try container.encode(figures)
    }
  }
}
