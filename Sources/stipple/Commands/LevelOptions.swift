import ArgumentParser
import Diffusion

/// Flags that name a noise level: by the schedule's index, by sigma, or by time.
struct LevelOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A level of the schedule, from 0 to T-1.", valueName: "index"),
    transform: FlagValue.whole)
  var t: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A level in coordinates x = clean + S noise.", valueName: "s"),
    transform: FlagValue.number)
  var sigma: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A time from 0 (data) to 1 (noise), for continuous schedules.", valueName: "time"),
    transform: FlagValue.number)
  var time: Double?

  func validate() throws {
    let count = [t != nil, sigma != nil, time != nil].count { $0 }
    if count > 1 { throw ValidationError(Self.unnamed) }
    if let sigma, !(0...1e6).contains(sigma) {
      throw ValidationError("--sigma must be from 0 to 1000000, not \(sigma)")
    }
    if let time, !(0...1).contains(time) {
      throw ValidationError("--time must be from 0 to 1, not \(time)")
    }
  }

  private static let unnamed = "name the level by one of --t, --sigma and --time"

  /// Whether a level is named; a method whose field has none needs no name.
  var isNamed: Bool { t != nil || sigma != nil || time != nil }

  /// The level the flags name on a schedule.
  func place(on schedule: Schedule) throws(InputError) -> FieldPlace {
    if let t { return FieldPlace(level: try Self.level(t, of: schedule), motion: nil) }
    if let sigma { return FieldPlace(level: NoiseLevel(alpha: 1, sigma: sigma), motion: .sigma) }
    if !isNamed { throw InputError(Self.unnamed) }
    guard let time, let path = schedule.path else {
      throw InputError(
        "--time: the schedule \(schedule.specification.kind.id) has no continuous time; name a"
          + " level by --t or --sigma")
    }
    return FieldPlace(level: path.level(at: time), motion: .path(path, time: time))
  }

  /// The time the flags name on a schedule that is a path to another prior.
  func time(on schedule: Schedule) throws(InputError) -> Double {
    if let time { return time }
    if !isNamed { throw InputError(Self.unnamed) }
    guard let t else {
      throw InputError(
        "--sigma names a level of the standard prior; with another prior give a --time from 0 to 1")
    }
    _ = try Self.level(t, of: schedule)
    return Double(t + 1) / Double(schedule.timesteps)
  }

  /// The level of a schedule at an index.
  static func level(_ t: Int, of schedule: Schedule) throws(InputError) -> NoiseLevel {
    guard schedule.levels.indices.contains(t) else {
      throw InputError("--t must be from 0 to \(schedule.timesteps - 1), not \(t)")
    }
    return schedule.levels[t]
  }
}

/// A level at which a field is looked at, and how points move through it, if that is known.
struct FieldPlace {
  /// What a point's velocity is the derivative by.
  enum Motion {
    /// The noise's standard deviation, with data that keeps its size.
    case sigma
    /// The time of a path.
    case path(ContinuousPath, time: Double)
  }

  let level: NoiseLevel
  let motion: Motion?

  /// How fast a point moves along the probability-flow ODE.
  func velocity(at point: Point, estimate: Estimate, score: Point) -> Point? {
    switch motion {
    case nil: nil
    case .sigma: estimate.noise
    case .path(let path, let time):
      path.velocity(at: point, estimate: estimate, score: score, time: time)
    }
  }
}
