import ArgumentParser
import Diffusion

/// Flags that write a grid down, level by level.
struct GridListOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The grid as timesteps 999,899,...; the clean level follows.", valueName: "list"),
    transform: FlagValue.list(of: FlagValue.whole))
  var timestepList: [Int]?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The grid as sigmas 80,...,0, or as times on the straight line.", valueName: "list"),
    transform: FlagValue.list(of: FlagValue.number))
  var sigmaList: [Double]?

  func validate() throws {
    if timestepList != nil && sigmaList != nil {
      throw ValidationError("--timestep-list and --sigma-list exclude one another")
    }
  }

  /// Refuses a list beside flags that make a grid.
  func validate(with sampling: SamplingOptions) throws {
    if name != nil && (sampling.grid != nil || sampling.steps != nil) {
      throw ValidationError("a list of levels is the whole grid: leave out --grid and --steps")
    }
  }

  /// The flag that is given, or nil.
  var name: String? {
    if timestepList != nil { return "timestep-list" }
    return sigmaList == nil ? nil : "sigma-list"
  }

  /// A laboratory whose reverse runs visit the levels of the list, if there is one.
  func laboratory(_ laboratory: Laboratory) throws(InputError) -> Laboratory {
    guard let grid = try grid(on: laboratory.schedule) else { return laboratory }
    return laboratory.visiting(grid)
  }

  /// The grid that is written down, or nil.
  private func grid(on schedule: Schedule) throws(InputError) -> TimeGrid? {
    do throws(GridError) {
      if let timestepList {
        return try TimeGrid(schedule: schedule, timestepList: timestepList)
      }
      return try sigmaList.map { list throws(GridError) in
        try TimeGrid(schedule: schedule, sigmaList: list)
      }
    } catch {
      throw InputError("--\(name ?? "sigma-list"): \(error)")
    }
  }
}
