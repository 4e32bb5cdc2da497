import Diffusion

extension LessonFigure {
  /// Where jumps of the particle in hand end, against where the flow does.
  static let flowMap: [LessonFigure] = [
    jump("flow-end-x", "of flow-map: where the exact flow takes the particle, x") { $0.exact.x },
    jump("flow-end-y", "of flow-map: where the exact flow takes the particle, y") { $0.exact.y },
    jump("jump-off", "of flow-map: how far one jump of the network ends from the flow") { jump in
      jump.learned.map { ($0.once - jump.exact).length }
    },
    jump("jump-defect", "of flow-map: how far two jumps of the network end from one") { jump in
      jump.learned.map { ($0.once - $0.twice).length }
    },
  ]

  private static func jump(
    _ id: String, _ summary: String, _ value: @escaping @Sendable (JumpReading) -> Double?
  ) -> LessonFigure {
    LessonFigure(id, [], summary) { measured, _ in
      guard let jump = measured.state.frame.reading as? JumpReading, let value = value(jump) else {
        throw MissingFigure("no network jumps from here")
      }
      return value
    }
  }
}
