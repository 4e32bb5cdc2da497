extension Editions {
  /// What differs from other editions, as it is here.
  func words(since before: Editions) -> String {
    if (b == nil) != (before.b == nil) {
      return b == nil ? "one experiment" : "two side by side"
    }
    let sides: [Side] = b == nil ? [.a] : Side.allCases
    let parts = sides.flatMap { self[$0].words(since: before[$0]) }
    // Draws are shared: what both sides say is said once.
    let once = parts.indices.filter { !parts[..<$0].contains(parts[$0]) }.map { parts[$0] }
    return once.isEmpty ? "side B turned round" : once.joined(separator: ", ")
  }
}

extension Edition {
  fileprivate func words(since before: Edition) -> [String] {
    var parts = experiment.words(since: before.experiment)
    if start != before.start && before.trainingKey.isOfSameKind(as: trainingKey) {
      parts.append(start < before.start ? "the earlier training" : "the later training")
    }
    return parts
  }
}
