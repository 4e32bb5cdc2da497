import ArgumentParser
import Diffusion

/// Flags that write a grid down, level by level.
struct GridListOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The grid as timesteps 999,899,...; the clean level follows.", valueName: "list"),
    transform: FlagValue.list(of: FlagValue.whole))
  var timestepList: [Int]?

  @Option(
    help: ArgumentHelp(
      "The grid as sigmas 80,...,0, or as times on the straight line.", valueName: "list"),
    transform: FlagValue.list(of: FlagValue.number))
  var sigmaList: [Double]?

  func validate() throws {
    if timestepList != nil && sigmaList != nil {
      throw ValidationError("--timestep-list and --sigma-list exclude one another")
    }
  }

  /// The grid that is written down, or nil.
  func grid(on schedule: Schedule) throws(InputError) -> TimeGrid? {
    do throws(GridError) {
      if let timestepList {
        return try TimeGrid(schedule: schedule, timestepList: timestepList)
      }
      return try sigmaList.map { list throws(GridError) in
        try TimeGrid(schedule: schedule, sigmaList: list)
      }
    } catch {
      throw InputError("--\(timestepList == nil ? "sigma" : "timestep")-list: \(error)")
    }
  }
}
