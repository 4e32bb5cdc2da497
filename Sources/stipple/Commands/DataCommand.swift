import ArgumentParser
import Diffusion

/// `stipple data`: the points that a preset's network learns from.
struct DataCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Print the training points of a preset as CSV.",
    discussion: """
      Prints the columns x,y, and label where the data has labels. A preset usually knows all of its \
      distribution and training draws from it afresh: --count of such points are printed. With \
      samples: n, as in distribution: {name: two-moons, samples: 400}, exactly n points are known and \
      learned from. They are drawn once, by the seed of the preset (or by a key seed beside samples), \
      and stay the same whatever --seed says: that reseeds training and sampling alone. \
      --set '{seed: 5}' changes the preset's own seed and so draws others.

      Examples:
        stipple data two-moons --count 500 --seed 3
        stipple data two-moons --set '{distribution: {name: two-moons, samples: 40}}'
        stipple data memorization -o training.npy
      """)

  /// How many points are drawn unless a number is given.
  static let usualCount = 1000

  @Argument(help: "The preset whose data is printed.", completion: .preset)
  var preset: String

  @OptionGroup var outside: OutsideOption
  @OptionGroup var keys: KeysOption
  @OptionGroup var seed: SeedOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many points, where the preset says no samples; \(Self.usualCount) unless given.",
      valueName: "n"),
    transform: FlagValue.whole)
  var count: Int?

  @OptionGroup var output: PointOutputOption

  func validate() throws {
    if let count, !(1...PointFile.mostPoints).contains(count) {
      throw ValidationError("--count must be from 1 to \(PointFile.mostPoints), not \(count)")
    }
  }

  func run(on console: Console) throws {
    try output.check()
    let laboratory = try console.laboratory(
      preset: preset, outside: outside, edits: [keys, seed])
    let draw = try points(of: laboratory, on: console)
    let names = laboratory.mixture.labels
    let isLabelled = names != [DistributionSpecification.unlabelled]
    let file = PointFile(
      points: laboratory.frame.restored(draw.points),
      labels: isLabelled ? draw.labels.map { names[$0] } : nil)
    if let written = output.file { return try written.write(file, on: console) }
    try console.output(file.csv)
  }

  private func points(
    of laboratory: Laboratory, on console: Console
  ) throws(InputError) -> GaussianMixture.Draw {
    guard let known = laboratory.knownPoints else {
      return laboratory.freshData(count: count ?? Self.usualCount)
    }
    if let count, count != known.points.count {
      throw InputError(
        "--count: the preset says samples: \(known.points.count), and these are all there are; leave"
          + " it out")
    }
    if seed.seed != nil {
      console.note(
        "stipple: the training points are drawn by the preset's own seed; --seed leaves them as they"
          + " are, and --set '{seed: ...}' draws others")
    }
    return known
  }
}
