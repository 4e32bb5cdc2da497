extension Transport {
  /// How near the end of the path is to the prior: what is left of the data there, about the centre
  /// of the start each point is paired with, against the prior's own spread. The worst of all labels
  /// where starts know their label.
  var noiseEnd: NoiseEnd {
    let level = path.level(at: 1)
    var left = [Double](repeating: 0, count: labels.count)
    var shares = left
    for pair in pairs {
      let (clean, start) = (data.components[pair.clean], prior.components[pair.start])
      let square = (clean.mean - start.mean).squaredLength + clean.covariance.trace
      left[pair.label] += pair.weight * square / start.covariance.trace
      shares[pair.label] += pair.weight
    }
    let factor = level.alpha == 0 ? 0 : level.alphaBar / (level.sigma * level.sigma)
    let all = factor * left.reduce(0, +) / shares.reduce(0, +)
    guard priorKnowsLabels else { return NoiseEnd(level: level, ratio: all) }
    let worst = labels.indices.filter { shares[$0] > 0 }
      .max { left[$0] / shares[$0] < left[$1] / shares[$1] }
    guard let worst else { return NoiseEnd(level: level, ratio: all) }
    return NoiseEnd(
      level: level, ratio: factor * left[worst] / shares[worst], label: labels[worst])
  }
}
