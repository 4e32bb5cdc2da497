extension FlowMapObjective {
  /// A step along the straight pair, which is the marginal's on average, and the network's own jump
  /// over the rest; the step gets shorter as learning goes on (Song et al. 2023, section 5; Geng et
  /// al. 2025, easy consistency tuning).
  public static let consistency = FlowMapObjective(
    id: "consistency", title: "Consistency training",
    summary: "a jump leads where a jump from a little further along the same way does",
    needsTeacher: false
  ) { block in
    let first = max(1, FlowMapClock.count >> min(16, 2 + block.step / halving))
    let middles = block.rows.map { row in
      max(block.jumps[row].to, block.jumps[row].from - first)
    }
    let ends = block.jumped(
      block.rows.map { block.place($0, middles[$0]) },
      block.rows.map { (middles[$0], block.jumps[$0].to) }, by: block.student)
    for row in block.rows { block.aim(row, at: ends[row]) }
  }

  /// After how many steps of training the step along the way is half as long.
  private static let halving = 1000
}
