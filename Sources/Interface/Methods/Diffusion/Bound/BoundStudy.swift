import Diffusion

/// The variational bound term by term, worked out beside the screen: the chain of all steps of the
/// schedule, whatever the sampler on the screen, with the sampler's variance of a step.
public struct BoundStudy: Study {
  /// The variance of the steps.
  let variance: SamplerOptions.Variance
  /// How many optimizer steps the network has learned for; nil of the exact model.
  let trainingSteps: Int?
  /// How many noisy points each level gets, where some are drawn.
  let count: Int
  let timesteps: Int
  /// What a density in the data's own units is lower by in the logarithm.
  let unit: Double
  /// The terms so far, from that of t = 1, the last step, on.
  private(set) var terms: [VariationalBound.Figure] = []
  /// What a unit of the squared error of the noise adds to each of them.
  private(set) var weights: [Double] = []
  /// The entropy of the data, in its own units; nil until it is known.
  private(set) var entropy: VariationalBound.Figure?
  private let laboratory: Laboratory
  private let subject: VariationalBound.Subject

  /// - Parameter count: how many noisy points each level should get.
  init(
    _ subject: VariationalBound.Subject, in laboratory: Laboratory, trainingSteps: Int?, count: Int
  ) {
    self.laboratory = laboratory
    self.trainingSteps = trainingSteps
    self.count = laboratory.boundDraws(asked: count)
    self.subject = subject
    variance = subject.variance
    timesteps = subject.schedule.timesteps
    unit = laboratory.frame.logVolume
  }

  public var progress: Double { Double(terms.count) / Double(timesteps) }

  /// The bound, once all terms are known.
  var bound: VariationalBound? {
    isComplete ? VariationalBound(of: subject, terms: terms, count: count) : nil
  }

  /// About how many points a slice asks the model about: some ten milliseconds' work.
  private static let slice = 20_000

  /// Works out some levels more; in the first slice the entropy.
  public mutating func advance() {
    if entropy == nil {
      var known = laboratory.targetEntropy(drawing: max(count, 10_000))
      known.value += unit
      entropy = known
    }
    let levels = min(timesteps - terms.count, max(1, Self.slice / max(1, count)))
    let randomness = laboratory.experiment.randomness
    let first = terms.count + 1
    terms += subject.terms(first..<first + levels, count: count, randomness: randomness)
    while weights.count < terms.count { weights.append(subject.noiseWeight(weights.count + 1)) }
  }
}

extension BoundStudy {
  /// The mean of the weights that are finite, 1 where there are none.
  var meanWeight: Double {
    let finite = weights.filter(\.isFinite)
    return finite.isEmpty ? 1 : finite.reduce(0, +) / Double(finite.count)
  }

  /// The weights in times of their mean: the simple loss has 1 at every level.
  var relativeWeights: [Double] {
    let mean = meanWeight
    return weights.map { $0 / (mean > 0 ? mean : 1) }
  }

  /// The terms of the steps in the order of t, from t = 2 on: nothing before they are known.
  var steps: [Double] { terms.dropFirst().map(\.value) }
}
