import ArgumentParser
import Diffusion

/// `stipple sample`: points drawn by running the reverse direction.
struct SampleCommand: DrawingCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw samples by denoising, and print them as CSV.",
    discussion: """
      Prints the columns x,y; with --trajectory step,point,x,y, where step 0 is the start. \
      -o writes a file in place of it: .csv, .npy (an array of shape (n, 2), with --trajectory \
      (steps + 1, n, 2)) or .npz (the arrays points, label and trajectory).

      The model is exact, the closed-form answer, unless --model names a file of weights made by \
      'stipple train'. To repeat a run of another library give it the same numbers: --initial is \
      the start as standard-normal noise, one row a point, which --start-scale takes as it is \
      (unit) or times sigma; --noise is the noise of every step, with the columns \
      step,point,x,y; --timestep-list and --sigma-list are the levels. --label draws a label, or \
      what a prompt such as 'north or east' or 'thing not east' picks, \
      --guidance exaggerates it, --negative turns away from another label, --weak from a worse \
      network (autoguidance), and --guidance-interval says between which sigmas.

      --variance says how much noise a step of ddpm adds: small, that of the posterior given the clean \
      point; large, that of the forward step; optimal, the best for all points of a level; full, the \
      covariance at each point; learned, that of a network trained with model: {variance: learned}. \
      optimal and full are made of the data's exact covariances, for networks too. --model empirical draws the very points of samples: n in the preset again.

      A column label of --initial is carried along. With another prior than the standard normal \
      a column label always follows, the label each start \
      belongs to: that of --initial, where a row is x,y,label and the noise is scaled and moved by \
      the label's prior; else --label, or drawn by the shares of the labels. The samplers are ode, \
      flow-euler and euler-maruyama.

      Examples:
        stipple sample eight-gaussians --sampler ddim --steps 50 --count 4000 --seed 1
        stipple sample two-moons --model moons.safetensors > points.csv
        stipple sample two-moons -o points.npy
        stipple sample eight-gaussians --sampler ddim --steps 20 --initial noise.csv --trajectory
        stipple sample eight-gaussians --sampler heun --sigma-list 80,20,5,1,0.2,0 \
          --schedule variance-exploding
      """)

  @Argument(help: "The preset to draw from.", completion: .preset)
  var preset: String

  @OptionGroup var outside: OutsideOption

  @OptionGroup var model: ModelOption
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var lists: GridListOptions
  @OptionGroup var settings: SamplerSettingOptions
  @OptionGroup var guidance: GuidanceOptions
  @OptionGroup var prompt: PromptOption
  @OptionGroup var tiles: TileOption

  @OptionGroup var schedule: ScheduleOptions
  @OptionGroup var keys: KeysOption
  @OptionGroup var seed: SeedOption
  @OptionGroup var count: CountOption

  @Option(
    help: ArgumentHelp(
      "Start noise: a file of points, or - for standard input.",
      valueName: "file"))
  var initial: String?

  @OptionGroup var form: PointFormOptions

  @Option(
    help: ArgumentHelp(
      "The start is the noise (unit) or sigma times it.", valueName: "unit|sigma"),
    completion: .list(StartScale.allCases.map(\.rawValue)), transform: FlagValue.startScale)
  var startScale: StartScale?

  @Option(
    help: ArgumentHelp("Step noise: a CSV file with step,point,x,y.", valueName: "file"))
  var noise: String?

  @Flag(help: "Print the points at every step.")
  var trajectory = false

  @OptionGroup var output: PointOutputOption
  @OptionGroup var line: JSONLineOption

  func validate() throws {
    try lists.validate(with: sampling)
    try form.refuse(unlessGiven: "the file of --initial", initial != nil)
    if count.count != nil && initial != nil {
      throw ValidationError("--count and --initial exclude one another: a row is a point")
    }
    if line.jsonLine && (trajectory || output.output != nil) {
      throw ValidationError("--json-line prints the samples alone: leave out --trajectory and -o")
    }
    if initial == TextFile.standardInputName && noise == initial {
      throw ValidationError("only one of the files can be standard input")
    }
  }

  func run(on console: Console) throws {
    try output.check()
    let laboratory = try laboratory(preset: preset, on: console)
    try tiles.refuse(unlessOf: laboratory)
    try laboratory.commands.sample(self, in: laboratory, on: console)
  }

  func output(
    _ run: SamplingRun, from start: [Point], on console: Console
  ) throws {
    if let file = output.file {
      return try write(run, from: start, to: file, on: console)
    }
    if line.jsonLine {
      let samples = try run.samples(from: start)
      return try console.output(JSONText.line(SampleResult(samples), by: console.words))
    }
    guard trajectory else { return try console.output(run.samples(from: start).csv) }
    // A file may turn out to lack noise on the way, and then nothing must have been written; else
    // each step is printed as soon as it is made, so that long runs need little memory.
    var text = ""
    try run.trajectory(from: start) { piece in
      if noise == nil { try console.output(piece) } else { text += piece }
    }
    try console.output(text)
  }

  private func write(
    _ run: SamplingRun, from start: [Point], to file: PointOutput, on console: Console
  ) throws {
    if file.format == .csv, trajectory {
      var text = ""
      try run.trajectory(from: start) { text += $0 }
      return try file.write(text)
    }
    var way: [Point] = []
    let samples = try run.samples(from: start) { if trajectory { way += $0 } }
    try file.write(samples, by: trajectory ? way : nil, on: console)
  }
}

/// Samples as JSON.
private struct SampleResult: Encodable {
  let points: [[Double]]
  let labels: [String]?

  init(_ samples: PointFile) {
    points = samples.points.map { [$0.x, $0.y] }
    labels = samples.labels
  }
}
