extension Sampler {
  /// The linear multistep method of up to fourth order (Adams and Bashforth) on the
  /// probability-flow ODE in `S = sigma / alpha`: the polynomial through the noise of this step and
  /// the three before, integrated exactly whatever their spacing.
  public static let lms4 = Sampler(
    id: "lms-4", title: "LMS 4",
    summary: "a polynomial through the noise of four steps, integrated",
    isStochastic: false, order: 4, memory: 3
  ) { step in
    guard step.level.alpha > 0 else { return step.estimates.map { $0.renoised(to: step.next) } }
    let past = step.pastWithData
    let sigmas = [step.level.relativeSigma] + past.map(\.level.relativeSigma)
    let weights = sigmas.indices.map {
      AdamsBashforth.weight(of: $0, nodes: sigmas, to: step.next.relativeSigma)
    }
    let known = [step.estimates] + past.map(\.estimates)
    return step.linear { i in
      weights.indices.reduce(Point.zero) { $0 + weights[$1] * known[$1][i].noise }
    }
  }
}

private enum AdamsBashforth {
  /// The integral from the first node to `end` of the polynomial that is 1 at one node and 0 at the
  /// others. With at most four nodes its degree is at most 3, for which two Gauss points are exact.
  static func weight(of node: Int, nodes: [Double], to end: Double) -> Double {
    let middle = (nodes[0] + end) / 2
    let half = (end - nodes[0]) / 2
    let offset = half / 3.0.squareRoot()
    return half * (basis(node, nodes, middle - offset) + basis(node, nodes, middle + offset))
  }

  private static func basis(_ node: Int, _ nodes: [Double], _ place: Double) -> Double {
    nodes.indices.reduce(1) { product, other in
      other == node
        ? product : product * (place - nodes[other]) / (nodes[node] - nodes[other])
    }
  }
}
