import ArgumentParser
import Diffusion

/// `stipple train`: learns the distribution of a preset and keeps the weights.
struct TrainCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train the network of a preset and write its weights.",
    discussion: """
      With --labels the network is also told the labels of what it learns, or none for a share of \
      --label-dropout of the samples: one network then answers for each label and for the whole, \
      and classifier-free guidance asks it for both. With --classifier a network is trained that \
      tells the labels of noisy points, for guidance by its gradient.

      With another prior than the standard normal the velocity is learned, of pairs as the \
      preset's coupling draws them or of those that --reflow's network joins; such a network is \
      of use for that prior, coupling and path alone.

      The weights are written as safetensors when training has ended, whole or not at all; the \
      file's metadata says architecture, parameterization and data. A summary follows as JSON. \
      The same seed gives the same bytes. --resume goes on from the weights of a file, whose network \
      and seed it keeps; the optimizer's memory is in no file and begins anew. Weights do not depend on the schedule: they can be \
      sampled with any.

      Examples:
        stipple train two-moons --iterations 2000 -o moons.safetensors
        stipple train two-moons --iterations 2000 --resume moons.safetensors -o more.safetensors
        stipple train eight-gaussians --iterations 1600 --batch 256 --seed 1 -o ring.safetensors
      """)

  /// The most optimizer steps of one command.
  static let mostIterations = 10_000_000
  /// How many optimizer steps a classifier is usually given.
  static let usualClassifierIterations = 2000
  /// How many pairs are joined by a network before they are learned anew.
  static let usualReflowPairs = 20_000

  @Argument(help: "The preset to learn.", completion: .preset)
  var preset: String

  @OptionGroup var outside: OutsideOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many optimizer steps; as many as are usual for the method unless given.", valueName: "n"),
    transform: FlagValue.whole)
  var iterations: Int?

  @Flag(help: "Train a classifier of noisy points in place of a model.")
  var classifier = false

  @Option(
    help: ArgumentHelp(
      "Learn the pairs that this network of the same preset joins: reflow.", valueName: "file"),
    completion: .file(extensions: ["safetensors"]))
  var reflow: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many pairs --reflow's network joins; \(Self.usualReflowPairs) unless given.",
      valueName: "n"),
    transform: FlagValue.whole)
  var reflowPairs: Int?

  @OptionGroup var latent: LatentPartOptions
  @OptionGroup var training: TrainingOptions
  @OptionGroup var keys: KeysOption
  @OptionGroup var seed: SeedOption

  @Option(
    help: ArgumentHelp(
      "Go on from the weights of this file; --iterations says how many steps more.",
      valueName: "file"),
    completion: .file(extensions: ["safetensors"]))
  var resume: String?

  @Option(
    help: ArgumentHelp(
      "Write step, loss, mean_loss, rate and seconds to this CSV file as training goes on.",
      valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var log: String?

  @OptionGroup var line: JSONLineOption

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The safetensors file to write.", valueName: "file"))
  var output: String

  func validate() throws {
    if let iterations, !(1...Self.mostIterations).contains(iterations) {
      throw ValidationError(
        "--iterations must be from 1 to \(Self.mostIterations), not \(iterations)")
    }
    if let reflowPairs, !(1...PointFile.mostPoints).contains(reflowPairs) {
      throw ValidationError(
        "--reflow-pairs must be from 1 to \(PointFile.mostPoints), not \(reflowPairs)")
    }
    if resume != nil && (classifier || reflow != nil) {
      throw ValidationError("--resume goes on with a model: leave out --classifier and --reflow")
    }
    if resume != nil && seed.seed != nil {
      throw ValidationError("--resume goes on with the seed of its file: leave out --seed")
    }
    if reflowPairs != nil && reflow == nil {
      throw ValidationError("--reflow-pairs is of use only with --reflow")
    }
  }

  func run(on console: Console) throws {
    let laboratory = try console.laboratory(
      preset: preset, outside: outside, edits: [keys, training, seed])
    try AtomicFile.check(output)
    if let log { try AtomicFile.check(log) }
    try latent.refuse(unlessOf: laboratory)
    if !classifier {
      return try laboratory.commands.train(self, in: laboratory, on: console)
    }
    if reflow != nil { throw InputError("--reflow needs a preset with a prior of its own") }
    try finish(
      laboratory.classifierTrainer(), iterations: iterations ?? Self.usualClassifierIterations,
      in: laboratory, on: console)
  }
}

/// Flags that edit how a network is trained.
struct TrainingOptions: ExperimentOptions {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many samples each step looks at.", valueName: "n"),
    transform: FlagValue.whole)
  var batch: Int?

  @Option(parsing: .unconditional, help: "The highest learning rate.", transform: FlagValue.number)
  var rate: Double?

  @Option(
    help: "\(Optimizer.allCases.map(\.id).joined(separator: " or ")).",
    completion: .list(Optimizer.allCases.map(\.id)), transform: FlagValue.member)
  var optimizer: Optimizer?

  @Option(
    help: ArgumentHelp(
      "What the network is asked for: \(TrainingTarget.allCases.map(\.id).joined(separator: " or "))."
    ),
    completion: .list(TrainingTarget.allCases.map(\.id)), transform: FlagValue.member)
  var target: TrainingTarget?

  @Flag(help: "Tell the network the labels of what it learns.")
  var labels = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The share of the samples whose label is not told.", valueName: "share"),
    transform: FlagValue.number)
  var labelDropout: Double?

  /// Refuses what is told networks that lead samples step by step, for a method without such.
  private func check(for method: Method) throws(InputError) {
    let users = Method.allCases.filter { !$0.unreadKeys.contains("guidance") }
    if users.contains(method) { return }
    for (flag, isGiven) in [("labels", labels), ("target", target != nil)] where isGiven {
      let words = Unused.message(flag, by: "the method \(method.id)", users: users.map(\.id))
      throw InputError("--\(flag): \(words)")
    }
  }

  func apply(to experiment: inout Experiment) throws(InputError) {
    try check(for: experiment.method)
    if labels { experiment.model.network.isLabelled = true }
    if let labelDropout {
      if !experiment.tellsLabels {
        throw InputError("--label-dropout is of use only with --labels")
      }
      experiment.training.labelDropout = labelDropout
    }
    if let batch { experiment.training.batch = batch }
    if let rate { experiment.training.rate = rate }
    if let optimizer { experiment.training.optimizer = optimizer }
    if let target { experiment.training.target = target }
  }
}
