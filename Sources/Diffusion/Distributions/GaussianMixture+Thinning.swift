extension GaussianMixture {
  /// A mixture of some of the components, where there are more: for what must be quick.
  ///
  /// Of every label components are picked at even steps of its weight, from a place that the stream
  /// draws, as many as its share says and one at least. All of them keep their width.
  public func thinned(to most: Int, from stream: inout RandomStream) -> GaussianMixture {
    guard components.count > most else { return self }
    var members = [[Int]](repeating: [], count: labels.count)
    for (index, label) in labelIndices.enumerated() { members[label].append(index) }
    var chosen: [Int] = []
    for indices in members {
      let share = indices.reduce(0) { $0 + components[$1].weight }
      guard share > 0 else { continue }
      // A share of one may be a little less by rounding.
      let count = max(1, Int((Double(most) * share + 1e-6).rounded(.down)))
      var (next, sum) = (stream.uniform(), 0.0)
      for index in indices {
        sum += components[index].weight / share * Double(count)
        if sum > next { chosen.append(index) }
        while sum > next { next += 1 }
      }
    }
    return GaussianMixture(chosen.sorted(), of: self)
  }
}
