import Diffusion

/// What becomes of samples when the weight of guidance grows: more of them have the label, and they
/// leave the distribution of it.
public struct WeightCurve: Sendable {
  /// The samples of one weight.
  public struct Result: Sendable, Equatable {
    public let weight: Double
    public let figures: GuidanceFigures
  }

  static let weights: [Double] = [0, 0.5, 1, 1.5, 2, 3, 4, 6, 8]

  /// How many samples each weight draws.
  let count: Int
  public private(set) var results: [Result] = []
  /// The training steps of the network; nil for the exact model.
  let trainingSteps: Int?
  private let laboratory: Laboratory
  private let model: RunModel

  init(_ laboratory: Laboratory, model: RunModel, trainingSteps: Int?, count: Int) {
    self.laboratory = laboratory
    self.model = model
    self.trainingSteps = trainingSteps
    self.count = count
  }

  public var progress: Double { Double(results.count) / Double(Self.weights.count) }

  /// The squared Frechet distance of real data.
  public var floor: Double? { results.first?.figures.frechetFloor }

  /// Draws the samples of the next weight.
  mutating func advance() {
    guard results.count < Self.weights.count else { return }
    let weight = Self.weights[results.count]
    let weighed = laboratory.weighing(guidance: weight)
    let samples = weighed.run(of: model, count: count)
    results.append(
      Result(
        weight: weight, figures: GuidanceFigures(of: samples.points, in: weighed, tilts: false)))
  }
}

extension Edition {
  /// Whether a curve over all weights of another edition is about this one too.
  func hasCurve(of other: Edition) -> Bool {
    var same = other
    same.experiment.guidance?.saidWeight = experiment.guidance?.saidWeight
    return experiment.guidance != nil && same == self
  }
}
