extension FlowMapObjective {
  /// What the mean velocity F of a way from s to t is by its own derivative along the way, `F = v + (t
  /// − s) (v · ∂F/∂x + ∂F/∂s)`, the derivative taken of the network as it is (Geng et al. 2025).
  public static let meanFlow = FlowMapObjective(
    id: "mean-flow", title: "MeanFlow",
    summary: "the mean velocity of a way, by how it changes as the way begins later",
    needsTeacher: false, ignorance: ignorance
  ) { block in
    for row in block.rows where block.stream.uniform() < flowMatching {
      let from = block.jumps[row].from
      block.jump(row, from: from, to: from)
    }
    let velocities = block.rows.map { block.velocity($0, block.jumps[$0].from) }
    let spans = block.spans
    let rates = block.student.velocitiesAndRates(
      of: block.starts, moving: velocities, along: spans
    ).rates
    for row in block.rows {
      let change = Float(spans[row].turn) * rates[row]
      let length = (change * change).sum().squareRoot()
      block.targets[row] = velocities[row] + min(1, longestChange / length) * change
    }
  }

  /// A network that has learned little has derivatives of any length, which would be asked for in turn:
  /// longer ones are shortened to this, a few times what F and v can differ by.
  private static let longestChange: Float = 8

  /// Targets are made of the network's derivatives, which are 0 at first: the loss rises as it learns,
  /// up to that of the longest changes.
  private static let ignorance = Double(longestChange * longestChange) / 2

  /// The share of the members whose way has no length, where F is the velocity.
  private static let flowMatching = 0.5
}
