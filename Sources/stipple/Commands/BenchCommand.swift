import ArgumentParser
import Diffusion
import Foundation

/// `stipple bench`: how fast training, sampling, exact scores and drawing are on this machine.
struct BenchCommand: ConsoleCommand {
  /// What can be measured.
  enum Work: String, CaseIterable, ExpressibleByArgument {
    case train
    case sample
    case score
    case draw
    case learn
    case all
  }

  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how fast this machine trains, samples and draws.",
    discussion: """
      'train' is a fixed workload other programs can be compared by: 66 inputs, three SiLU layers, \
      Adam and a moving average, everything drawn within the step; beside it 'train-tiny', with 384 \
      embedded inputs, three residual GELU layers, AdamW and gradients of bounded length, and the \
      network of the presets. Shares of the peak are of a matrix product in cache on the same threads. 'learn' \
      is the time to all modes of four distributions, the median of the seeds.

      The environment variable STIPPLE_ISA stands for --isa where that is not given.

      Examples:
        stipple bench train --batch 256 --threads 2 --json
        stipple bench score --growth
      """)

  static let batches = TrainingSpecification.batches
  static let widths = NetworkSpecification.widths

  @Argument(help: "What to measure.")
  var work = Work.all

  @Option(
    help: ArgumentHelp(
      "How many samples a training step looks at (default: 256, and 32 for train-tiny).",
      valueName: "n"),
    transform: FlagValue.whole)
  var batch: Int?

  @Option(
    help: ArgumentHelp("The width of the hidden layers.", valueName: "n"),
    transform: FlagValue.whole)
  var width = 128

  @Option(
    help: ArgumentHelp("How many threads share training and sampling.", valueName: "n"),
    transform: FlagValue.whole)
  var threads = Machine.trainingThreads

  @Option(help: "How long each measurement takes.", transform: FlagValue.number)
  var seconds = 1.0

  @Option(
    help: ArgumentHelp("How many seeds learn.", valueName: "n"), transform: FlagValue.whole)
  var seeds = 5

  @Option(
    help: ArgumentHelp(
      "The vector instructions: \(InstructionSet.available.map(\.id).joined(separator: ", ")).",
      valueName: "name"),
    completion: .list(InstructionSet.available.map(\.id)), transform: BenchCommand.instructions)
  var isa: InstructionSet?

  @Flag(help: "Measure how the cost grows with batch, width, points and components.")
  var growth = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if let batch { try Self.check(batch, "--batch", within: Self.batches) }
    try Self.check(width, "--width", within: Self.widths)
    try Self.check(threads, "--threads", within: 1...256)
    try Self.check(seeds, "--seeds", within: 1...100)
    if !(0.001...600).contains(seconds) {
      throw ValidationError("--seconds must be from 0.001 to 600, not \(seconds)")
    }
  }

  private static func check(_ value: Int, _ flag: String, within range: ClosedRange<Int>) throws {
    if !range.contains(value) {
      throw ValidationError(
        "\(flag) must be from \(range.lowerBound) to \(range.upperBound), not \(value)")
    }
  }

  /// A set of instructions by name, which this processor has.
  static func instructions(_ name: String) throws -> InstructionSet {
    let instructions = try InstructionSet.named(name)
    guard instructions.isAvailable else {
      let known = InstructionSet.available.map(\.id).joined(separator: ", ")
      throw InputError("this processor has no \(instructions.title); it has \(known)")
    }
    return instructions
  }

  func run(on console: Console) throws {
    let bench = Bench(
      instructions: try isa ?? Self.instructionsOfEnvironment() ?? .best, threads: threads,
      seconds: seconds)
    let rows = try measurements(of: bench).map { measure in
      let row = try measure()
      if !json { try console.output(row.line + "\n") }
      return row
    }
    if json { try console.output(JSONText.encode(rows)) }
  }

  private static func instructionsOfEnvironment() throws -> InstructionSet? {
    guard let name = ProcessInfo.processInfo.environment["STIPPLE_ISA"], !name.isEmpty else {
      return nil
    }
    do { return try instructions(name) } catch { throw InputError("STIPPLE_ISA: \(error)") }
  }

  private typealias Measurement = () throws -> BenchRow

  private func measurements(of bench: Bench) -> [Measurement] {
    switch work {
    case .train: training(bench)
    case .sample: sampling(bench)
    case .score: scoring(bench)
    case .draw: [bench.draw]
    case .learn: learning(bench)
    case .all:
      training(bench) + sampling(bench) + scoring(bench) + [bench.draw] + learning(bench)
    }
  }

  private func training(_ bench: Bench) -> [Measurement] {
    let usualBatch = batch ?? 256
    let usual: [Measurement] = [
      { bench.train(.reference, batch: usualBatch, width: width) },
      { bench.train(.tiny, batch: batch ?? 32, width: width) },
      { try bench.trainDefault(batch: usualBatch) },
    ]
    guard growth else { return usual }
    return usual
      + [32, 64, 128, 256, 1024, 4096, 16384].map { batch in
        { bench.train(.reference, batch: batch, width: width) }
      }
      + [32, 64, 128, 256, 512].map { width in
        { bench.train(.reference, batch: usualBatch, width: width) }
      }
  }

  private func sampling(_ bench: Bench) -> [Measurement] {
    (growth ? [1000, 10_000, 100_000, 1_000_000] : [10_000]).map { points in
      { try bench.sample(points: points, width: width) }
    }
  }

  private func scoring(_ bench: Bench) -> [Measurement] {
    let sizes =
      [(10_000, 8), (10_000, 200)]
      + (growth ? [(1000, 8), (100_000, 8), (1_000_000, 8), (10_000, 40), (10_000, 2000)] : [])
    return sizes.map { points, components in
      { try bench.score(points: points, components: components) }
    }
  }

  private func learning(_ bench: Bench) -> [Measurement] {
    let distributions: [Distribution] = [.eightGaussians, .twoMoons, .swissRoll, .checkerboard]
    return distributions.map { distribution in { try bench.learn(distribution, seeds: seeds) } }
  }
}
