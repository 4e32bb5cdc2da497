import ArgumentParser
import Diffusion

/// `stipple field`: what a model says at given points of a noise level.
struct FieldCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "field",
    abstract: "Print density, score, noise, clean point and v at given points.",
    discussion: """
      The points are in the coordinates of the level: x = alpha * clean + sigma * noise for --t \
      and --time, x = clean + S * noise for --sigma. velocity is dx/dt along the way of --time, \
      dx/dS for --sigma. log_density is the exact one of the distribution, or of --label; \
      p_LABEL is the exact probability of each label; the rest is the model's, guided by --label, \
      --guidance, --negative, --weak and --guidance-interval. With another prior than the standard \
      normal the field is that of all pairs, or of those of --label; noise is the expected noise \
      that the start was made of. Of a network there is the velocity alone: the rest is exact, or \
      left out where the coupling has no exact field.

      Of standardized data (see the preset key standardize) points at every level are in its own units, \
      X = centre + spread * x; so are clean, log_density, score and velocity. noise, v = alpha * \
      noise - sigma * (clean - centre) / spread, and --sigma are in standard units.

      With samples: n in the preset, --model empirical is the exact answer for its n points alone: \
      clean is their mean, weighted by how near alpha times each is, and log_density that of the \
      diffused points. Where no noise is left clean is the nearest of them.

      --conditional shows the field of one component by itself, numbered from 0 in the order of the \
      preset (or of one training point, with --model empirical), with a further column weight: its share of what may have led there. The \
      sum over all components of weight times score, noise, clean, v and velocity is what the command \
      prints without it. With another prior it is the field of all pairs that end in the component.

      --jump prints x,y,to_x,to_y for the method flow-map: where its network, or the exact flow, leads \
      points of the level at time S in one jump, at the level at time T.

      Of vae the columns are x,y,log_density and, for each number of a latent, z1 and z1_std: the \
      encoder's Gaussian at the point. A network's log_density is worked out by --importance latents \
      for each point, and is on average a little too low.

      Of gan they are x,y,logit,real: what the discriminator of --model says of a point, and the \
      probability of real data that this means. Of an exact generator nobody could tell: 0 and 1/2.

      Examples:
        stipple field two-moons --points grid.csv --t 250
        stipple field eight-gaussians --points grid.csv --t 250 --conditional 3
        stipple field eight-gaussians --points grid.csv --sigma 0.5 --model ring.safetensors
        stipple field eight-gaussians --schedule straight-line --points grid.csv --time 0.7
        stipple field flow-map --points noise.csv --jump 1,0.5 --model jumps.safetensors
      """)

  @Argument(help: "The preset whose distribution is looked at.", completion: .preset)
  var preset: String

  @OptionGroup var outside: OutsideOption

  @Option(
    help: ArgumentHelp(
      "Where to look: a file of points, or - for standard input.", valueName: "file"))
  var points: String

  @OptionGroup var form: PointFormOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Look at one component of the distribution, or training point, alone, by its number from 0.",
      valueName: "index"),
    transform: FlagValue.whole)
  var conditional: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Where a flow map takes the points from time S to time T, 1 noise and 0 data.",
      valueName: "s,t"),
    transform: FlagValue.list(of: FlagValue.number))
  var jump: [Double]?

  @OptionGroup var importance: ImportanceOption
  @OptionGroup var level: LevelOptions
  @OptionGroup var model: ModelOption
  @OptionGroup var guidance: GuidanceOptions
  @OptionGroup var schedule: ScheduleOptions
  @OptionGroup var notation: NotationOption
  @OptionGroup var keys: KeysOption

  func validate() throws {
    let leads = [
      ("--label", guidance.label != nil), ("--guidance", guidance.guidance != nil),
      ("--negative", guidance.negative != nil), ("--weak", guidance.weak != nil),
      ("--classifier", guidance.classifier != nil),
    ]
    if conditional != nil, let flag = leads.first(where: \.1)?.0 {
      throw ValidationError(
        "--conditional: the field of one component is led nowhere; leave out \(flag)")
    }
    guard let jump else { return }
    if jump.count != 2 || !jump.allSatisfy((0...1).contains) || jump[0] < jump[1] {
      let said = jump.map { "\($0)" }.joined(separator: ",")
      throw ValidationError(
        "--jump must be two times S,T from 1 (noise) to 0 (data), S not below T, not \(said)")
    }
    if level.isNamed || conditional != nil {
      throw ValidationError(
        "--jump says both its levels: leave out --t, --sigma, --time and --conditional")
    }
  }

  func run(on console: Console) throws {
    let laboratory = try console.laboratory(
      preset: preset, outside: outside, edits: [keys, schedule, guidance])
    try model.check(for: laboratory)
    try importance.refuse(unlessOf: laboratory)
    if let jump {
      return try laboratory.commands.jump(
        self, from: jump[0], to: jump[1], in: laboratory, on: console)
    }
    if let conditional {
      if laboratory.guidance != nil {
        throw InputError(
          "--conditional: the field of one component is led nowhere; take the guidance out of the"
            + " preset")
      }
      return try laboratory.commands.conditionalField(
        self, of: conditional, in: laboratory, on: console)
    }
    try laboratory.commands.field(self, in: laboratory, on: console)
  }
}

extension FieldCommand {
  /// The component that `--conditional` names, of so many.
  ///
  /// - Parameter name: what is counted, such as `component`.
  func checked(
    _ index: Int, of count: Int, _ name: String = "component"
  ) throws(InputError) -> Int {
    guard (0..<count).contains(index) else {
      let range = count == 1 ? "0, the only \(name)" : "from 0 to \(count - 1), the last \(name)"
      throw InputError("--conditional must be \(range), not \(index)")
    }
    return index
  }
}
