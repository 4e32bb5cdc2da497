import Diffusion

/// How many particles of a moment are where their own class is the likeliest; where several are, each
/// has its part.
///
/// At the data's end that is the share that has ended in its own class's mode.
public struct Retention: Sendable, Equatable {
  /// For every class, how many particles were looked at and how many of them are kept.
  let counts: [Int]
  let kept: [Double]
  /// Whether the moment is the end of the way back.
  let isEnd: Bool

  var count: Int { counts.reduce(0, +) }
  var share: Double { kept.reduce(0, +) / Double(max(1, count)) }

  /// The share of a class that is kept; nil where no particle is of it.
  func share(of label: Int) -> Double? {
    counts[label] > 0 ? kept[label] / Double(counts[label]) : nil
  }

  /// How many exponentials a frame may spend on it.
  private static let budget = 300_000

  /// - Parameter labels: the class of every point.
  init(_ points: [Point], labels: [Int], of transport: Transport, at time: Double) {
    let isEnd = time == 0
    let field =
      isEnd
      ? transport.data.diffused(to: .clean) : transport.marginal(at: time).mixture
    let costs = isEnd ? transport.data.components.count : transport.pairCount
    let affordable = min(points.count, labels.count, max(64, Self.budget / max(1, costs)))
    var counts = [Int](repeating: 0, count: transport.labels.count)
    var kept = [Double](repeating: 0, count: counts.count)
    let looked = labels[..<affordable]
    for (label, share) in zip(looked, field.sharesOfMostProbable(looked, at: points)) {
      counts[label] += 1
      kept[label] += share
    }
    self.counts = counts
    self.kept = kept
    self.isEnd = isEnd
  }
}
