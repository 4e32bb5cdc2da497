import ArgumentParser
import Diffusion

/// `stipple diffuse`: data with noise added, straight to a level of the schedule.
struct DiffuseCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "diffuse",
    abstract: "Add noise to data points, up to a level of the schedule.",
    discussion: """
      Prints x_t = alpha * clean + sigma * noise with the columns x,y, and label where the data \
      has labels. Data is drawn from the preset unless --points gives it, noise by the seed \
      unless --noise gives it: standard-normal, a row for each point. With another prior the noise \
      is first scaled and moved by that of the point's label, and the point is on the way there.

      Examples:
        stipple diffuse two-moons --t 300 --count 500
        stipple diffuse eight-gaussians --t 999 --points data.csv --noise noise.csv
      """)

  @Argument(help: "The preset whose schedule and data are used.", completion: .preset)
  var preset: String

  @OptionGroup var outside: OutsideOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A level of the schedule, from 0 to T-1.", valueName: "index"),
    transform: FlagValue.whole)
  var t: Int

  @Option(help: ArgumentHelp("The data: a file of points.", valueName: "file"))
  var points: String?

  @Option(help: ArgumentHelp("The noise: a file of points.", valueName: "file"))
  var noise: String?

  @OptionGroup var form: PointFormOptions

  @OptionGroup var schedule: ScheduleOptions
  @OptionGroup var keys: KeysOption
  @OptionGroup var seed: SeedOption
  @OptionGroup var count: CountOption

  func validate() throws {
    try form.refuse(unlessGiven: "the file of --points or --noise", points != nil || noise != nil)
    if count.count != nil && (points != nil || noise != nil) {
      throw ValidationError("--count excludes --points and --noise: a row is a point")
    }
    if points == TextFile.standardInputName && noise == points {
      throw ValidationError("only one of the files can be standard input")
    }
  }

  func run(on console: Console) throws {
    let laboratory = try console.laboratory(
      preset: preset, outside: outside, edits: [keys, schedule, seed])
    try laboratory.commands.diffuse(self, in: laboratory, on: console)
  }

  /// The noise of `--noise`, if it is given.
  func givenNoise(on console: Console) throws(InputError) -> [Point]? {
    let form = try form.form
    return try noise.map { path throws(InputError) in try console.points(path, as: form).points }
  }

  /// Refuses noise that is not as much as there are points.
  func check(_ given: [Point]?, against data: PointFile) throws(InputError) {
    guard let given, let noise, given.count != data.points.count else { return }
    throw InputError(
      "\(given.count) rows of noise for \(data.points.count) points; each needs one",
      file: noise,
      place: InputError.Place(line: min(given.count, data.points.count) + 2, column: 1))
  }

  /// The data that is given, or drawn, in the coordinates of the diffusion.
  func data(
    in laboratory: Laboratory, count given: Int?, on console: Console
  ) throws(InputError) -> PointFile {
    if let points {
      var file = try console.points(points, as: form.form)
      file.points = laboratory.frame.standardized(file.points)
      return file
    }
    let draw = laboratory.data(count: given ?? count.count ?? laboratory.experiment.particles)
    let names = laboratory.mixture.labels
    return PointFile(points: draw.points, labels: draw.labels.map { names[$0] })
  }
}
