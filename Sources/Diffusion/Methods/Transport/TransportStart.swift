extension Transport {
  /// Labels drawn by the shares of the classes.
  ///
  /// - Parameter asked: the labels among which they are drawn; nil for all.
  public func labels(
    _ count: Int, among asked: [Int]? = nil, from stream: inout RandomStream
  ) -> [Int] {
    let shares = shares
    let drawn = (asked ?? Array(labels.indices)).filter { shares[$0] > 0 }
    let total = drawn.reduce(0) { $0 + shares[$1] }
    return (0..<count).map { _ in
      var left = total * stream.uniform()
      return drawn.first { label in
        left -= shares[label]
        return left < 0
      } ?? drawn[drawn.count - 1]
    }
  }

  /// Standard-normal noise as starts: with a prior for each label scaled and moved by it; as it is
  /// for the standard prior.
  ///
  /// - Parameters:
  ///   - labels: the label of every start.
  ///   - stream: draws the third coordinates.
  public func start(
    noise: [Point], labels: [Int], from stream: inout RandomStream
  ) -> RunStart {
    let components = prior.components
    let places = priorKnowsLabels ? labels.map { firstComponent[$0] } : labels.map { _ in 0 }
    return RunStart(
      points: zip(noise, places).map { noise, place in
        components[place].mean + components[place].covariance.coloured(noise)
      },
      conditioning: Conditioning(
        labels: labels, heights: lift?.heights(of: labels, from: &stream)))
  }

  /// Whether a start is standard-normal noise that a single Gaussian, chosen by the label, moves
  /// and scales; else starts are drawn from a mixture.
  public var startsFromNoise: Bool {
    prior.components.count == (priorKnowsLabels ? labels.count : 1)
  }

  /// Starts drawn from the prior: those of the labels, where it has some for each.
  public func start(
    labels: [Int], randomness: Randomness
  ) -> RunStart {
    var stream = randomness.stream(.start)
    var further = randomness.stream(.start, step: 2)
    if startsFromNoise {
      return start(noise: stream.normalPoints(labels.count), labels: labels, from: &further)
    }
    let points =
      priorKnowsLabels
      ? labels.map { prior.point(ofLabel: $0, from: &stream) }
      : prior.draw(labels.count, from: &stream).points
    return RunStart(
      points: points,
      conditioning: Conditioning(labels: labels, heights: lift?.heights(of: labels, from: &further))
    )
  }

  /// The centre around which the start of a label deviates: that of its prior where each has one
  /// Gaussian, else the prior's mean.
  func centre(ofStartLabelled label: Int) -> Point {
    startsFromNoise
      ? prior.components[priorKnowsLabels ? firstComponent[label] : 0].mean : prior.mean
  }

  private var firstComponent: [Int] {
    labels.indices.map { prior.labelIndices.firstIndex(of: $0) ?? 0 }
  }
}

extension GaussianMixture {
  /// A point drawn from the components of one label.
  func point(ofLabel label: Int, from stream: inout RandomStream) -> Point {
    let own = zip(components, labelIndices).filter { $0.1 == label }.map(\.0)
    var left = stream.uniform() * own.reduce(0) { $0 + $1.weight }
    let chosen =
      own.first { component in
        left -= component.weight
        return left < 0
      } ?? own[own.count - 1]
    return chosen.mean + chosen.covariance.coloured(stream.normalPoint())
  }
}
