extension FlowMapObjective {
  /// The teacher goes a first part of the way and the network, as it is, the rest (Song et al. 2023;
  /// Kim et al. 2024, section 3.1).
  public static let consistencyDistillation = FlowMapObjective(
    id: "consistency-distillation", title: "Consistency distillation",
    summary: "a jump leads where the teacher's first part and a jump over the rest lead",
    needsTeacher: true
  ) { block in
    let middles = block.rows.map { row in
      let (from, to) = block.jumps[row]
      // Half the jumps are shown whole.
      let share = block.whole(below: 2 * (from - to))
      return share < from - to ? to + share : to
    }
    let ends = block.jumped(
      block.rows.map { block.place($0, middles[$0]) },
      block.rows.map { (middles[$0], block.jumps[$0].to) }, by: block.student)
    for row in block.rows { block.aim(row, at: ends[row]) }
  }
}
