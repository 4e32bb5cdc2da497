extension ContinuousPath {
  /// The time at which a path has a level, by bisection: log-SNR falls along it.
  func time(of level: NoiseLevel) -> Double {
    if level.isClean { return 0 }
    let target = level.logSNR
    var (low, high) = (0.0, 1.0)
    while true {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { return high }
      if self.level(at: middle).logSNR > target { low = middle } else { high = middle }
    }
  }
}

extension Schedule {
  /// The times of a grid's stops on this schedule's path; exactly t / T at a level of the schedule.
  func times(of grid: TimeGrid) -> [Double]? {
    guard let path else { return nil }
    return grid.stops.map { stop in
      let isOwn = stop.steps > 0 && levels[stop.steps - 1] == stop.level
      return isOwn ? Double(stop.steps) / Double(timesteps) : path.time(of: stop.level)
    }
  }
}
