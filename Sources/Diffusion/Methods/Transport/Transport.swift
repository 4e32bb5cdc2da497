/// A way from one distribution to another in which every pair of components is jointly Gaussian:
/// data, prior, who is paired with whom, and the path between them.
///
/// With the standard prior this is diffusion; with a prior of its own for every label the noise
/// knows the class already. The marginal at every time is a mixture over the pairs, so density,
/// score, velocity and posteriors are closed forms. With such a prior the score is not −noise /
/// sigma.
public struct Transport: Sendable {
  public let data: GaussianMixture
  /// The prior as a mixture; its labels are the data's where it has one Gaussian for each.
  public let prior: GaussianMixture
  public let coupling: Coupling
  public let path: ContinuousPath
  /// The time each of the data's labels moves by.
  public let clocks: [TransportClock]
  /// How strong the noise of a Brownian bridge is that lies on the way of every pair, per root of
  /// time; 0 for ways that are what their ends make them.
  public let bridgeNoise: Double
  /// The third coordinate, if there is one.
  public let lift: TransportLift?
  /// The pairs of components that are joined, with their shares; for couplings of samples, those of
  /// the coupling without its assignment.
  let pairs: [Pair]

  /// Two components that are joined.
  struct Pair: Sendable, Equatable {
    /// The share of all pairs.
    let weight: Double
    /// The index of the component of the data.
    let clean: Int
    /// The index of the component of the prior.
    let start: Int
    /// The index of the data's label.
    let label: Int
  }

  /// The most pairs: each costs every point an exponential at every step.
  public static let mostPairs = 20_000

  /// - Parameter clocks: one for each label; nil for the common time.
  public init(
    data: GaussianMixture, prior: GaussianMixture, coupling: Coupling, path: ContinuousPath,
    clocks: [TransportClock]? = nil, bridgeNoise: Double = 0, lift: TransportLift? = nil
  ) throws(TransportError) {
    self.data = data
    self.prior = prior
    self.coupling = coupling
    self.path = path
    self.clocks = clocks ?? [TransportClock](repeating: .common, count: data.labels.count)
    self.bridgeNoise = bridgeNoise
    self.lift = lift
    pairs = try Self.pairs(of: data, prior, coupling)
  }

  /// How many pairs of components are joined.
  public var pairCount: Int { pairs.count }

  /// The labels of the data.
  public var labels: [String] { data.labels }

  /// Whether the prior has components of its own for the data's labels.
  public var priorKnowsLabels: Bool { prior.labels == data.labels }

  /// Where the pairs of a label are at a time.
  func coefficients(ofLabel label: Int, at time: Double) -> TransportCoefficients {
    TransportCoefficients(of: path, at: time, clock: clocks[label], bridgeNoise: bridgeNoise)
  }

  /// The share of every label.
  public var shares: [Double] {
    var shares = [Double](repeating: 0, count: labels.count)
    for (component, label) in zip(data.components, data.labelIndices) {
      shares[label] += component.weight
    }
    return shares
  }

  private static func pairs(
    of data: GaussianMixture, _ prior: GaussianMixture, _ coupling: Coupling
  ) throws(TransportError) -> [Pair] {
    let sharesLabels = prior.labels == data.labels
    if coupling == .label && !sharesLabels { throw .noLabels }
    let joinsLabels =
      coupling == .label || (coupling == .labelledOptimalTransport && sharesLabels)
    var priorShares = [Double](repeating: 0, count: prior.labels.count)
    for (component, label) in zip(prior.components, prior.labelIndices) {
      priorShares[label] += component.weight
    }
    var pairs: [Pair] = []
    for (i, (clean, label)) in zip(data.components, data.labelIndices).enumerated() {
      for (j, (start, own)) in zip(prior.components, prior.labelIndices).enumerated() {
        let share =
          joinsLabels ? (own == label ? start.weight / priorShares[own] : 0) : start.weight
        guard clean.weight > 0, share > 0 else { continue }
        pairs.append(Pair(weight: clean.weight * share, clean: i, start: j, label: label))
      }
    }
    if pairs.isEmpty { throw .noLabels }
    if pairs.count > mostPairs { throw .tooManyPairs(pairs.count) }
    return pairs
  }
}

/// Why data, prior and coupling do not make a transport.
public enum TransportError: Error, CustomStringConvertible, Equatable {
  case noLabels
  case tooManyPairs(Int)
  case noExactField(Coupling)
  /// A label that a model does not know; nil where it cannot answer for everybody.
  case unknownLabel(String?)
  /// Weights that have learned something else, in words.
  case foreignWeights(String)
  /// Labels that neither the network knows nor anything exact leads to.
  case nobodyLeads(to: String, Coupling)

  public var description: String {
    switch self {
    case .noLabels:
      "the coupling label needs a prior for each label; give prior: {per_label: ...} or choose"
        + " independent"
    case .tooManyPairs(let count):
      "data and prior have \(count) pairs of components; at most \(Transport.mostPairs) can be"
        + " followed"
    case .noExactField(let coupling):
      "the coupling \(coupling.id) pairs samples and so has no exact field; train a network on it,"
        + " or choose independent or label"
    case .unknownLabel(let label?):
      "the network was not told of '\(label)' in training; train one with labels, or guide by the"
        + " exact posterior"
    case .foreignWeights(let data):
      "the network has learned \(data.excerpt), and no transport"
    case .unknownLabel(nil):
      "the model cannot answer for all labels together"
    case .nobodyLeads(let prompt, let coupling):
      "nobody leads to '\(prompt)': the network was told no labels in training, and the coupling"
        + " \(coupling.id) has no exact posterior; train one with labels, or choose the coupling"
        + " independent or label"
    }
  }
}
