import Foundation

extension Sampler {
  /// UniPC with a predictor of second order (Zhao et al. 2023).
  public static let unipc2 = unipc(2)

  /// UniPC with a predictor of third order.
  public static let unipc3 = unipc(3)

  /// The unified predictor-corrector in its form B2(h): every estimate first corrects the step
  /// that led to it, then predicts the next one, so that one call does both.
  ///
  /// Step k of N predicts with order min(p, k + 1, N − k); under way the corrector adds one.
  private static func unipc(_ order: Int) -> Sampler {
    Sampler(
      id: "unipc-\(order)", title: "UniPC \(order)",
      summary: "predicts with order \(order) and corrects with the same call",
      isStochastic: false, order: order + 1, callsPerStep: 1, callsInFirstStep: nil,
      callsToClean: 1,
      memory: order, asksFirst: true, settings: []
    ) { step in
      let corrected = UniPC.corrected(step, order: order)
      let past = step.pastWithData
      let usable = min(order, step.index + 1, step.count - step.index, past.count + 1)
      let width = ExponentialStep(step)
      let nodes = past.prefix(usable - 1).map { -width.distance(to: $0) }
      // For two nodes the reference takes one half in place of the solution.
      let weights = usable == 2 ? [0.5] : UniPC.weights(nodes: nodes, width: width)
      let points = step.points.indices.map { i in
        let clean = step.estimates[i].clean
        let change = nodes.indices.reduce(Point.zero) { sum, k in
          sum + weights[k] / nodes[k] * (past[k].estimates[i].clean - clean)
        }
        return width.firstOrder(corrected[i], clean: clean) - width.alpha * width.decay * change
      }
      return SamplingOutcome(points: points, corrected: corrected)
    }
  }
}

/// The parts of UniPC.
private enum UniPC {
  /// The points of a step, put right with the estimates made at them.
  static func corrected(_ step: SamplingStep, order: Int) -> [Point] {
    let past = step.pastWithData
    guard let from = past.first else { return step.points }
    let usable = min(order, step.index, step.count - step.index + 1, past.count)
    let width = ExponentialStep(from: from.level, to: step.level)
    let earlier = past.dropFirst().prefix(usable - 1)
    let nodes = earlier.map { -width.distance(to: $0) } + [1]
    let weights = usable == 1 ? [0.5] : weights(nodes: nodes, width: width)
    let known = earlier.map(\.estimates) + [step.estimates]
    return step.points.indices.map { i in
      let clean = from.estimates[i].clean
      let change = nodes.indices.reduce(Point.zero) { sum, k in
        sum + weights[k] / nodes[k] * (known[k][i].clean - clean)
      }
      return width.firstOrder(from.points[i], clean: clean) - width.alpha * width.decay * change
    }
  }

  /// The weights of the changes at the nodes (in widths of the step), which make the step exact for
  /// clean estimates that are polynomials in lambda.
  static func weights(nodes: [Double], width: ExponentialStep) -> [Double] {
    var moments: [Double] = []
    var factorial = 1.0
    var integral = width.decay / -width.width - 1
    for power in nodes.indices {
      moments.append(integral * factorial / width.decay)
      factorial *= Double(power + 2)
      integral = integral / -width.width - 1 / factorial
    }
    return solution(nodes: nodes, moments: moments)
  }

  /// Solves `Σ weight_k · node_k^power = moment_power` by elimination.
  private static func solution(nodes: [Double], moments: [Double]) -> [Double] {
    let count = nodes.count
    var rows = moments.indices.map { power in
      nodes.map { pow($0, Double(power)) } + [moments[power]]
    }
    for pivot in 0..<count {
      for row in 0..<count where row != pivot {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        for column in pivot...count { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    return (0..<count).map { rows[$0][count] / rows[$0][$0] }
  }
}
