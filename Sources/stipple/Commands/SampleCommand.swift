import ArgumentParser
import Diffusion

/// `stipple sample`: points drawn by running the reverse direction.
struct SampleCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw samples by denoising, and print them as CSV.",
    discussion: """
      Prints the columns x,y; with --trajectory step,point,x,y, where step 0 is the start.

      The model is exact, the closed-form answer, unless --model names a file of weights made by \
      'stipple train'. --initial gives the start as standard-normal noise, one row a point; it is \
      scaled as the schedule needs.

      Examples:
        stipple sample eight-gaussians --sampler ddim --steps 50 --count 4000 --seed 1
        stipple sample two-moons --model moons.safetensors > points.csv
        stipple sample eight-gaussians --sampler ddim --steps 20 --initial noise.csv --trajectory
      """)

  @Argument(help: "The preset to draw from.")
  var preset: String

  @OptionGroup var model: ModelOption
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var schedule: ScheduleOptions
  @OptionGroup var seed: SeedOption

  @OptionGroup var count: CountOption

  @Option(
    help: ArgumentHelp(
      "Start noise: a CSV file with x,y, or - for standard input.",
      valueName: "file"))
  var initial: String?

  @Flag(help: "Print the points at every step.")
  var trajectory = false

  func validate() throws {
    if count.count != nil && initial != nil {
      throw ValidationError("--count and --initial exclude one another: a row is a point")
    }
  }

  func run(on console: Console) throws {
    let laboratory = try console.laboratory(preset: preset, edits: [schedule, sampling, seed])
    let denoiser = try model.denoiser(for: laboratory, console: console)
    let process = laboratory.reverseProcess(with: denoiser)
    let start = try start(in: laboratory)
    if trajectory {
      try printTrajectory(of: process, from: start, on: console)
    } else {
      var table = CSVTable(columns: ["x", "y"])
      for point in process.run(from: start) { table.append(point.x, point.y) }
      try console.output(table.text)
    }
  }

  private func start(in laboratory: Laboratory) throws -> [Point] {
    guard let initial else {
      return laboratory.start(count: count.count ?? laboratory.experiment.particles)
    }
    return ReverseProcess.start(
      from: try PointFile.read(initial).points, schedule: laboratory.schedule,
      grid: laboratory.grid)
  }

  /// Prints each step as soon as it is made, so that long runs need little memory.
  private func printTrajectory(
    of process: ReverseProcess, from start: [Point], on console: Console
  ) throws {
    try console.output(CSVTable(columns: ["step", "point", "x", "y"]).text)
    var state = SamplingState(start)
    try console.output(Self.rows(of: state.points, step: 0))
    for step in 0..<process.grid.steps {
      state = process.advance(state, step: step)
      try console.output(Self.rows(of: state.points, step: step + 1))
    }
  }

  private static func rows(of points: [Point], step: Int) -> String {
    var table = CSVTable()
    for (index, point) in points.enumerated() {
      table.append(indices: step, index, numbers: point.x, point.y)
    }
    return table.text
  }
}
