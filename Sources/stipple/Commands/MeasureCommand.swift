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
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A bandwidth of MMD's kernel; the option repeats.", valueName: "h"),
    transform: FlagValue.positive)
  var bandwidth: [MetricSettings.Named] = []

  @Option(
    parsing: .unconditionalSingleValue,
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
      reference: try PointFile.judged(reference).points,
      generated: try PointFile.judged(generated).points)
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
