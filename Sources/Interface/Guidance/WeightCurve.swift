import Diffusion

/// What becomes of samples when the weight of guidance grows: more of them have the label, and they
/// leave the distribution of it.
public struct WeightCurve: Study {
  /// The samples of one weight, with the seeds so far.
  public struct Result: Sendable, Equatable {
    public let weight: Double
    public fileprivate(set) var all: [GuidanceFigures]

    /// The means over the seeds.
    public var figures: GuidanceFigures { GuidanceFigures(meansOf: all) }
    var frechet: Spread { Spread(all.map(\.frechet)) }
    var accuracy: Spread { Spread(all.compactMap(\.accuracy)) }
    var spread: Spread { Spread(all.map(\.spread)) }
  }

  static let weights: [Double] = [0, 0.5, 1, 1.5, 2, 3, 4, 6, 8]

  /// How many samples each weight draws.
  let count: Int
  /// How many seeds there are to be, from that of the experiment on.
  let seeds: Int
  private var made = 0
  public private(set) var results: [Result] = []
  /// The training steps of the network; nil for the exact model.
  let trainingSteps: Int?
  private let laboratory: Laboratory
  private let model: any RunModel

  init(
    _ laboratory: Laboratory, model: any RunModel, trainingSteps: Int?, count: Int, seeds: Int = 1
  ) {
    self.laboratory = laboratory
    self.model = model
    self.trainingSteps = trainingSteps
    self.count = count
    self.seeds = seeds
  }

  public var progress: Double { Double(made) / Double(Self.weights.count * seeds) }

  /// With how many seeds all weights are known, and the first of them.
  public var seedsDone: Int { made / Self.weights.count }
  var firstSeed: UInt64 { laboratory.experiment.seed }

  /// The squared Frechet distance of real data.
  public var floor: Double? { results.first?.figures.frechetFloor }

  /// Draws the samples of the next weight.
  public mutating func advance() {
    guard progress < 1 else { return }
    let index = made % Self.weights.count
    let weight = Self.weights[index]
    // With each seed all weights have the same noise.
    let weighed = laboratory.reseeded(by: made / Self.weights.count).weighing(guidance: weight)
    let samples = model.run(in: weighed, count: count)
    let figures = GuidanceFigures(of: samples.points, in: weighed, tilts: false)
    made += 1
    if index < results.count {
      results[index].all.append(figures)
    } else {
      results.append(Result(weight: weight, all: [figures]))
    }
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
