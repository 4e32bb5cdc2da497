import Diffusion
import TextScreen

/// Inverse CDF sampling on the stage: one particle after the other is taken from its uniform numbers
/// to a sample, in one coordinate first and then in the other.
struct InverseCDFStage: StagedMethod {
  let process: InverseCDFProcess
  let draws: InverseCDFDraws
  /// The exact map with the axes in the other order: the same distribution by another map.
  let otherMap: ExactQuantileMap
  /// What the plots of both coordinates show, in the order in which they are mapped.
  let ranges: [ClosedRange<Double>]

  /// - Parameter before: the method on the stage that this one replaces.
  init?(_ laboratory: Laboratory, replacing before: (any StagedMethod)?) {
    guard let process = laboratory.inverseCDF else { return nil }
    self.process = process
    draws = InverseCDFDraws(
      for: laboratory, by: process, before: (before as? InverseCDFStage)?.draws)
    let other = ExactQuantileMap(of: laboratory.mixture, axes: process.map.axes.swapped)
    otherMap = other
    ranges = [process.map, other].map { map in
      let ends = map.first([Self.leastShare, 1 - Self.leastShare])
      let margin = 0.05 * max(ends[1] - ends[0], 1e-9)
      return (ends[0] - margin)...(ends[1] + margin)
    }
  }

  /// What is beyond the plots at either end.
  private static let leastShare = 0.002

  func labels(_ direction: Direction) -> [Int]? { nil }

  func forwardPoints(at place: RunPlace, first count: Int) -> [Point] {
    let axes = process.map.axes
    let turns = ParticleTurns(at: place.time, of: draws.data.count)
    return (0..<min(count, draws.data.count)).map { index in
      let (data, share) = (draws.data[index], draws.shares[index])
      return axes.place(
        index < turns.first ? data[axes.first] : share[axes.first],
        index < turns.second ? data[axes.second] : share[axes.second])
    }
  }

  func start(in laboratory: Laboratory) -> RunStart { RunStart(points: draws.uniform) }

  func model(_ weights: (any TrainedWeights)?, in laboratory: Laboratory) -> any RunModel {
    InverseCDFModel(weights as? InverseCDFWeights, of: process)
  }

  /// Only at the data's end: on the way every particle is half a sample.
  func marginal(at place: RunPlace, in laboratory: Laboratory) -> Marginal? {
    .ofWholeSamples(at: place, in: laboratory)
  }

  var noLevels: String? { "no noise is added here: samples are made of uniform numbers" }
}

extension InverseCDFStage {
  var leading: (panel: Panel, words: String) { (.quantiles, "the distribution functions are") }

  var withoutExactAnswer: String { "half-made samples" }
  var noWays: String? { "every sample is made of its own two uniform numbers" }
  var noCurves: String? { "here is no schedule: the curves are the distribution functions" }

  var inHand: String { "axes" }

  /// The axes in the other order.
  func takingInHand(offset: Int, in state: AppState) -> Action? {
    var changed = state.experiment
    changed.axes = process.map.axes.swapped
    return .experiment(.change(changed))
  }

  func figures(of state: AppState, _ glyphs: Glyphs) -> [HeaderFigure] {
    [HeaderFigure(text: process.map.axes.words, rank: 6)]
  }

  func wayInUse(_ state: AppState) -> String? { "set axes \(process.map.axes.rawValue)" }

  func runSentence(_ state: AppState) -> String {
    "Every sample is made of two uniform numbers: \(process.map.axes.words), and the other"
      + " coordinate given that one."
  }

  func runWords(of measurement: QualityMeasurement) -> (short: String, title: String) {
    ("inverse CDF", "inverse CDF")
  }
}

extension AxisOrder {
  var swapped: AxisOrder { self == .xy ? .yx : .xy }

  /// The names of the coordinates, in the order in which they are mapped.
  var names: [String] { self == .xy ? ["x", "y"] : ["y", "x"] }

  var words: String { "\(names[0]) first" }

  /// The point with these two coordinates, in the order in which they are mapped.
  func place(_ first: Double, _ second: Double) -> Point {
    self == .xy ? Point(first, second) : Point(second, first)
  }
}

extension Experiment {
  /// Which coordinate inverse CDF sampling maps first; nil where the method is another.
  var axes: AxisOrder? {
    get { (methodSettings as? InverseCDFSettings)?.axes }
    set {
      guard let newValue, axes != nil else { return }
      methodSpecification = MethodSpecification(InverseCDFSettings(axes: newValue))
    }
  }
}
