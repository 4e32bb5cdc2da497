extension FlowMapObjective {
  /// The velocity itself, which is the jump of no length, and two jumps of the network that become one
  /// (Frans et al. 2025).
  public static let shortcut = FlowMapObjective(
    id: "shortcut", title: "Shortcut",
    summary: "flow matching for jumps of no length; for the others two of half the length",
    needsTeacher: false
  ) { block in
    for row in block.rows where block.stream.uniform() < flowMatching {
      let from = block.jumps[row].from
      block.jump(row, from: from, to: from)
      block.targets[row] = block.velocity(row, from)
    }
    let jumps = block.jumps
    let middles = jumps.map { ($0.from + $0.to) / 2 }
    let halfway = block.jumped(
      block.starts, block.rows.map { (jumps[$0].from, middles[$0]) }, by: block.student)
    let ends = block.jumped(
      halfway, block.rows.map { (middles[$0], jumps[$0].to) }, by: block.student)
    for row in block.rows { block.aim(row, at: ends[row]) }
  }

  /// The share of the members that are asked for the velocity.
  private static let flowMatching = 0.5
}
