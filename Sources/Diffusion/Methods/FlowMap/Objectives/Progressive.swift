extension FlowMapObjective {
  /// Two jumps of the network as it was at the end of the phase before become one, twice as long, from
  /// single steps of the teacher to the whole way (Salimans and Ho 2022).
  public static let progressive = FlowMapObjective(
    id: "progressive", title: "Progressive distillation",
    summary: "two jumps of the phase before become one, from the teacher's steps to the whole way",
    needsTeacher: true
  ) { block in
    let phase = ProgressivePhase.of(step: block.step)
    for row in block.rows {
      // Half of the jumps are this phase's; what was learned before is kept.
      let own = block.stream.uniform() < 0.5 ? phase : block.whole(below: phase + 1)
      let most = 1 << own
      let length = most - (own == 0 ? 0 : block.whole(below: most / 2))
      let from = length + block.whole(below: FlowMapClock.count - length + 1)
      block.jump(row, from: from, to: from - length)
    }
    let jumps = block.jumps
    let middles = jumps.map { $0.from == $0.to + 1 ? $0.to : ($0.from + $0.to) / 2 }
    let halfway = block.jumped(
      block.starts, block.rows.map { (jumps[$0].from, middles[$0]) }, by: block.earlier)
    let ends = block.jumped(
      halfway, block.rows.map { (middles[$0], jumps[$0].to) }, by: block.earlier)
    for row in block.rows {
      let isStep = jumps[row].from == jumps[row].to + 1
      block.aim(row, at: isStep ? block.place(row, jumps[row].to) : ends[row])
    }
  }
}

/// The phases of progressive distillation; in phase k jumps of up to `2ᵏ` steps of the clock are
/// learned.
enum ProgressivePhase {
  /// How many steps of training a phase has.
  static let length = 1000
  private static let last = FlowMapClock.count.trailingZeroBitCount

  static func of(step: Int) -> Int { min(last, (step - 1) / length) }

  /// Whether a phase begins with a step.
  static func begins(withStep step: Int) -> Bool { of(step: step) != of(step: step - 1) }
}
