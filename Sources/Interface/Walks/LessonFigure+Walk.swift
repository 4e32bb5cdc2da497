import Diffusion

extension LessonFigure {
  /// Figures of walkers on the plane.
  static let walks: [LessonFigure] = [
    LessonFigure("walk-steps", "how many steps the walkers have made") { measured, _ in
      Double(try measured.walk().steps)
    },
    LessonFigure("walk-mean-x", "the mean of the walkers, x") { measured, _ in
      try measured.walk().moments.mean.x
    },
    LessonFigure("walk-mean-y", "the mean of the walkers, y") { measured, _ in
      try measured.walk().moments.mean.y
    },
    LessonFigure("walk-spread", "the standard deviation of the walkers per axis") { measured, _ in
      try measured.walk().moments.spread
    },
    LessonFigure("walk-limit", "the standard deviation per axis of the law the walk rests in") {
      measured, _ in
      guard let limit = try measured.walk().walk.limit else {
        throw MissingFigure("this walk has no law that is known to rest in")
      }
      return limit
    },
    LessonFigure(
      "walk-share", [.word("LABEL", of: [])],
      "the share of walkers whose place is likeliest of a label"
    ) { measured, values in
      let walk = try measured.walk()
      let data = try measured.data()
      guard let label = data.labels.firstIndex(of: values.word) else {
        throw MissingFigure("there is no label '\(values.word)' here")
      }
      let density = data.diffused(to: .clean)
      let count = measured.frame.standardized(walk.walkers).count { walker in
        let shares = density.labelPosterior(at: walker)
        return shares.indices.max { shares[$0] < shares[$1] } == label
      }
      return Double(count) / Double(max(1, walk.walkers.count))
    },
  ]
}

extension MeasuredState {
  fileprivate func walk() throws -> WalkView {
    guard let walk = state.view.walk else { throw MissingFigure("nobody walks") }
    return walk
  }
}
