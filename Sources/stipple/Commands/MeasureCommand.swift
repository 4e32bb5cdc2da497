import ArgumentParser
import Diffusion
import Foundation

/// `stipple measure`: how far one cloud of points is from another, by every metric.
struct MeasureCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measure how far generated points are from reference points.",
    discussion: """
      Both are files of points, read alike; the result is JSON. Transport is exact, for up to \
      \(ExactTransport.mostPoints) points a file; ctrl-C ends it with what it cannot be below. \
      'stipple list metrics' says what is measured. \
      Sinkhorn's approximation is worked out only where --sinkhorn gives its entropy.

      Examples:
        stipple measure real.csv samples.csv
        stipple measure real.csv samples.csv --bandwidth 0.1 --bandwidth 1
        stipple measure real.csv samples.csv --metrics w2,chamfer
        stipple sample two-moons | stipple measure real.csv - --sinkhorn 0.1
      """)

  @Argument(help: ArgumentHelp("The real points.", valueName: "reference.csv"))
  var reference: String

  @Argument(help: ArgumentHelp("The points to judge.", valueName: "generated.csv"))
  var generated: String

  @OptionGroup var form: PointFormOptions

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

  @Option(
    help: ArgumentHelp(
      "What is measured, with commas between: names or keys of 'stipple list metrics'.",
      valueName: "names"),
    transform: FlagValue.list(of: MetricChoice.named))
  var metrics: [MetricChoice]?

  @Flag(help: "Print JSON: the only form, so that it need not be said.")
  var json = false

  func validate() throws {
    if sinkhorn.isEmpty, metrics?.contains(where: { $0.metric == .sinkhorn }) == true {
      throw ValidationError("--metrics sinkhorn needs an entropy, such as --sinkhorn 0.1")
    }
    if !bandwidth.isEmpty, metrics?.contains(where: { $0.metric == .kernel }) == false {
      throw ValidationError("--bandwidth is of MMD's kernel, and --metrics leaves mmd out")
    }
    if [reference, generated] == [TextFile.standardInputName, TextFile.standardInputName] {
      throw ValidationError("only one of the files can be standard input")
    }
  }

  func run(on console: Console) throws {
    let form = try form.form
    let clouds = ComparedClouds(
      reference: try console.judgedPoints(reference, as: form).points,
      generated: try console.judgedPoints(generated, as: form).points)
    var settings = MetricSettings(
      entropies: sinkhorn, keys: choices.map { Set($0.flatMap(\.keys)) })
    if !bandwidth.isEmpty { settings.bandwidths = bandwidth }
    var figures: MetricFigures = [
      "n": .count(clouds.reference.count), "m": .count(clouds.generated.count),
    ]
    var failures: [String] = []
    let interrupts = InterruptNote()
    defer { interrupts.cancel() }
    for metric in chosen {
      if clouds.largestCount > metric.mostPoints {
        console.note(
          "stipple: \(metric.title) is left out: it takes at most \(metric.mostPoints) points")
        continue
      }
      if metric == .exactTransport { sayMemory(clouds, on: console) }
      do {
        let found = try Self.figures(of: metric, clouds, settings, interrupts, on: console)
        let said = found.notes.map { ($0.path + [$0.text]).joined(separator: ": ") }
        if found.areSettled { said.forEach { console.note("stipple: \($0)") } }
        if !found.areSettled { failures += said }
        figures.merge(found) { $1 }
      } catch let ended as MetricInterrupted {
        figures.merge(ended.figures) { $1 }
        return try end(figures, on: console)
      } catch let error where !(error is StandardOutput.Closed) {
        // One that fails takes no other along.
        failures.append("\(metric.id): \(error)")
      }
    }
    console.progress?("")
    try console.output(JSONText.encode(figures))
    if !failures.isEmpty { throw WorkError(failures.joined(separator: "; ")) }
  }

  /// What was asked for by name; an entropy asks for Sinkhorn's too.
  private var choices: [MetricChoice]? {
    guard let metrics, !sinkhorn.isEmpty, !metrics.contains(where: { $0.metric == .sinkhorn })
    else { return metrics }
    return metrics + [MetricChoice(metric: .sinkhorn, keys: Metric.sinkhorn.keys)]
  }

  /// The metrics that were asked for; Sinkhorn's only with an entropy.
  private var chosen: [Metric] {
    let asked = choices?.map(\.metric) ?? Metric.allCases
    return Metric.allCases.filter(asked.contains).filter { $0 != .sinkhorn || !sinkhorn.isEmpty }
  }

  /// Prints what there is and ends as the interrupt asks for.
  private func end(_ figures: MetricFigures, on console: Console) throws {
    console.progress?("")
    try console.output(JSONText.encode(figures))
    throw Ended(signal: SIGINT)
  }

  /// Says before a long measurement what it takes.
  private func sayMemory(_ clouds: ComparedClouds, on console: Console) {
    let count = clouds.reference.count + clouds.generated.count
    if count < 100_000 { return }
    let megabytes = count * ExactTransport.bytesPerPoint / 1_000_000
    console.note("stipple: exact transport of \(count) points takes at most \(megabytes) MB")
  }

  private static func figures(
    of metric: Metric, _ clouds: ComparedClouds, _ settings: MetricSettings,
    _ interrupts: InterruptNote, on console: Console
  ) throws -> MetricFigures {
    var line = PatientLine(title: metric.title)
    return try metric.measure(clouds, settings: settings) { fraction in
      try interrupts.check()
      if let progress = console.progress, let text = line.text(at: fraction) { progress(text) }
    }
  }
}
