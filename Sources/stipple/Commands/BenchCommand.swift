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
    case screen
    case methods
    case frames
    case measure
    case learn
    case memory
    case all
  }

  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how fast this machine trains, samples and draws.",
    discussion: """
      'train' is a fixed workload other programs can be compared by: 66 inputs, three SiLU layers, \
      Adam and a moving average, everything drawn within the step; beside it 'train-tiny', with 384 \
      embedded inputs, three residual GELU layers, AdamW and gradients of bounded length, and the \
      network of the presets. Shares of the peak are of a matrix product in cache on the same threads. 'draw' also trains while \
      it draws; 'screen' is the whole program with 20,000 points (or --particles) on 200x50 cells, its frames \
      logged, at rest, under keys pressed at random and while a run plays as fast as it can; 'methods' the same on 120x40 cells while each method \
      trains, as its preset says. 'frames' plays lines by chance, a row for each \
      of --seeds, and tells what a single action, frame or drawing took of the drawing thread at \
      worst, and after which line. 'learn' is the time to all modes of five distributions, the median of the seeds, \
      by several recipes of optimizer, batch and target. 'memory' is what the whole program, in a \
      process of its own, has in memory after 20 seconds (or --seconds), with 2,000 points and with 200,000 \
      (or --particles).

      The environment variable STIPPLE_ISA stands for --isa where that is not given.

      Examples:
        stipple bench train --batch 256 --threads 2 --json
        stipple bench score --growth
        stipple bench measure --points 10000 --peer 'python3 presets/studies/peer.py'
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

  @Option(
    help: ArgumentHelp("How many points 'measure' compares with as many.", valueName: "n"),
    transform: FlagValue.whole)
  var points = 2000

  @Option(
    help: ArgumentHelp("How many points are on the screen.", valueName: "n"),
    transform: FlagValue.whole)
  var particles: Int?

  @Option(
    help: ArgumentHelp(
      "How long each measurement takes; 1 if not given, and 20 for memory.", valueName: "seconds"),
    transform: FlagValue.number)
  var seconds: Double?

  @Option(
    help: ArgumentHelp("How many seeds learn, or draw lines.", valueName: "n"),
    transform: FlagValue.whole)
  var seeds = 5

  @Option(
    help: ArgumentHelp(
      "The vector instructions: \(InstructionSet.offered.map(\.id).joined(separator: ", ")).",
      valueName: "name"),
    completion: .list(InstructionSet.offered.map(\.id)), transform: BenchCommand.instructions)
  var isa: InstructionSet?

  @Option(
    help: ArgumentHelp(
      "A program that does the same work, whose figures stand beside: 'python3 presets/studies/peer.py'.",
      valueName: "command"))
  var peer: String?

  @Flag(help: "Measure how the cost grows with batch, width, points and components.")
  var growth = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if let batch { try Self.check(batch, "--batch", within: Self.batches) }
    try Self.check(width, "--width", within: Self.widths)
    try Self.check(threads, "--threads", within: 1...256)
    try Self.check(seeds, "--seeds", within: 1...100)
    try Self.check(points, "--points", within: 1...ExactTransport.mostPoints)
    if let particles { try Self.check(particles, "--particles", within: Experiment.particleLimits) }
    if let seconds, !(0.001...600).contains(seconds) {
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
      let known = InstructionSet.offered.map(\.id).joined(separator: ", ")
      throw InputError("this processor has no \(instructions.title); it has \(known)")
    }
    return instructions
  }

  func run(on console: Console) throws {
    let bench = Bench(
      instructions: try isa ?? Self.instructionsOfEnvironment() ?? .best, threads: threads,
      seconds: seconds ?? 1)
    let plan = BenchPlan(
      bench: bench, batch: batch, width: width, seeds: seeds, points: points, particles: particles,
      memorySeconds: seconds ?? 20, includesGrowth: growth)
    let peer = try peer.map { line throws(InputError) in try BenchPeer(line) }
    let rows = try plan.measurements(of: work).map { measure in
      var row = try measure()
      if let peer { row = try peer.beside(row, seconds: bench.seconds) }
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
}
