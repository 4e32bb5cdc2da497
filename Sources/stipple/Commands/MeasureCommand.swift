import ArgumentParser
import Diffusion

/// `stipple measure`: how far one cloud of points is from another, by every metric.
struct MeasureCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measure how far generated points are from reference points.",
    discussion: """
      Both are CSV files with x,y; the result is JSON. Transport is exact, for up to \
      \(ExactTransport.mostPoints) points a file; 'stipple list metrics' says what is measured. \
      Sinkhorn's approximation is worked out only where --sinkhorn gives its entropy.

      Examples:
        stipple measure real.csv samples.csv
        stipple measure real.csv samples.csv --bandwidth 0.1 --bandwidth 1
        stipple sample two-moons | stipple measure real.csv - --sinkhorn 0.1
      """)

  @Argument(help: ArgumentHelp("The real points.", valueName: "reference.csv"))
  var reference: String

  @Argument(help: ArgumentHelp("The points to judge.", valueName: "generated.csv"))
  var generated: String

  @Option(
    help: ArgumentHelp("A bandwidth of MMD's kernel; the option repeats.", valueName: "h"),
    transform: FlagValue.positive)
  var bandwidth: [MetricSettings.Named] = []

  @Option(
    help: ArgumentHelp(
      "Also solve Sinkhorn's problem with this entropy; the option repeats.", valueName: "eps"),
    transform: FlagValue.positive)
  var sinkhorn: [MetricSettings.Named] = []

  func validate() throws {
    if [reference, generated] == [TextFile.standardInputName, TextFile.standardInputName] {
      throw ValidationError("only one of the files can be standard input")
    }
  }

  func run(on console: Console) throws {
    let clouds = ComparedClouds(
      reference: try Self.points(of: reference), generated: try Self.points(of: generated))
    var settings = MetricSettings(entropies: sinkhorn)
    if !bandwidth.isEmpty { settings.bandwidths = bandwidth }
    var figures: MetricFigures = [
      "n": .count(clouds.reference.count), "m": .count(clouds.generated.count),
    ]
    for metric in Metric.allCases {
      if metric == .sinkhorn && sinkhorn.isEmpty { continue }
      if clouds.largestCount > metric.mostPoints {
        console.note(
          "stipple: \(metric.title) is left out: it takes at most \(metric.mostPoints) points")
        continue
      }
      figures.merge(try Self.figures(of: metric, clouds, settings, on: console)) { $1 }
    }
    console.progress?("")
    try console.output(JSONText.encode(figures))
  }

  private static func points(of path: String) throws(InputError) -> [Point] {
    let points = try PointFile.read(path).points
    let limit = 1e100
    if let index = points.firstIndex(where: { max(abs($0.x), abs($0.y)) > limit }) {
      throw InputError(
        "a coordinate is beyond \(limit), where squared distances cannot be told apart",
        file: path, place: InputError.Place(line: index + 2, column: 1))
    }
    return points
  }

  private static func figures(
    of metric: Metric, _ clouds: ComparedClouds, _ settings: MetricSettings, on console: Console
  ) throws -> MetricFigures {
    guard let progress = console.progress else {
      return try metric.measure(clouds, settings: settings)
    }
    var line = PatientLine(title: metric.title)
    return try metric.measure(clouds, settings: settings) { fraction in
      if let text = line.text(at: fraction) { progress(text) }
    }
  }
}

/// A line about work whose length is not known beforehand, renewed ten times a second.
private struct PatientLine {
  let title: String
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant

  init(title: String) {
    self.title = title
    start = clock.now
    shown = start
  }

  /// The line for a share of the work, or nil where the last one is fresh.
  mutating func text(at fraction: Double) -> String? {
    let now = clock.now
    guard shown.duration(to: now) > .milliseconds(100) else { return nil }
    shown = now
    let share = min(max(fraction, 0), 1)
    let percent = "\(title)  \(Int(100 * share)) %"
    guard share > 0.02 else { return percent }
    let left = start.duration(to: now) / .seconds(1) * (1 - share) / share
    return "\(percent)  about \(Int(left.rounded(.up))) s left"
  }
}
