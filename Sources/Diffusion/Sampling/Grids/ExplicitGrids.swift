extension TimeGrid {
  /// The grid through timesteps that somebody wrote down, the clean level following the last.
  ///
  /// - Parameter timesteps: schedule indices from T − 1 to 0, falling; one that repeats is visited
  ///   once.
  public init(schedule: Schedule, timestepList timesteps: [Int]) throws(GridError) {
    guard !timesteps.isEmpty else { throw .tooFew(0, least: 1) }
    for (place, index) in timesteps.enumerated() {
      if !schedule.levels.indices.contains(index) {
        throw .timestep(index, place: place, largest: schedule.timesteps - 1)
      }
      if place > 0 && index > timesteps[place - 1] { throw .rises(place: place) }
    }
    self.init(schedule: schedule, indices: Self.withoutRepeats(timesteps))
  }

  /// The grid through exact sigmas that somebody wrote down; it ends where the list does, at the
  /// clean level if that is 0.
  ///
  /// - Parameter sigmas: `sigma / alpha`, from 0 up, for schedules that preserve or explode the
  ///   variance; times from 1 to 0 for the straight line. Falling; one that repeats is visited once.
  public init(schedule: Schedule, sigmaList sigmas: [Double]) throws(GridError) {
    let isTime = schedule.geometry == .straightLine
    let range = 0...(isTime ? 1 : Self.largestSigma)
    for (place, sigma) in sigmas.enumerated() {
      if !range.contains(sigma) { throw .sigma(sigma, place: place, isTime: isTime) }
      if place > 0 && sigma > sigmas[place - 1] { throw .rises(place: place) }
    }
    let visited = Self.withoutRepeats(sigmas)
    guard visited.count >= 2 else { throw .tooFew(visited.count, least: 2) }
    self.init(
      schedule: schedule,
      levels: visited.map { sigma in
        isTime
          ? NoiseLevel(alpha: 1 - sigma, sigma: sigma) : schedule.level(relativeSigma: sigma)
      })
  }

  /// A sigma whose square still has digits beside 1 in a double.
  static let largestSigma = 1e7

  private static func withoutRepeats<Number: Equatable>(_ numbers: [Number]) -> [Number] {
    numbers.enumerated().filter { $0 == 0 || $1 != numbers[$0 - 1] }.map(\.element)
  }
}

/// Why a list of timesteps or sigmas is not a grid.
public enum GridError: Error, Equatable, CustomStringConvertible {
  case tooFew(Int, least: Int)
  case timestep(Int, place: Int, largest: Int)
  case sigma(Double, place: Int, isTime: Bool)
  case rises(place: Int)

  public var description: String {
    switch self {
    case .tooFew(let count, let least):
      "a grid needs at least \(least) different \(least == 1 ? "entry" : "entries"), not \(count)"
    case .timestep(let index, let place, let largest):
      "entry \(place + 1) of the grid must be from 0 to the schedule's \(largest), not \(index)"
    case .sigma(let sigma, let place, true):
      "entry \(place + 1) of the grid must be a time from 0 to 1, not \(sigma)"
    case .sigma(let sigma, let place, false):
      "entry \(place + 1) of the grid must be a sigma from 0 to 1e7, not \(sigma)"
    case .rises(let place):
      "entry \(place + 1) of the grid is above the one before it; a grid falls"
    }
  }
}
