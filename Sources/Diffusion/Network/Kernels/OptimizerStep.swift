import Foundation

/// One step of an optimizer over some of the parameters.
///
/// With Adam the first moments are the decaying mean of the gradients, and the average is what the
/// parameters' moving average is. Schedule-free, the first moments' place holds the point that
/// moves, the average is the answer, and the parameters, where gradients are taken, lie between.
struct OptimizerStep {
  static let firstDecay = 0.9
  static let secondDecay = 0.999
  static let epsilon: Float = 1e-8

  var optimizer = Optimizer.adam
  var count: Int
  var parameters: UnsafeMutablePointer<Float>
  var firstMoments: UnsafeMutablePointer<Float>
  var secondMoments: UnsafeMutablePointer<Float>
  var average: UnsafeMutablePointer<Float>
  /// The gradients of the shards of a batch, `gradientDistance` floats apart, to be summed in this
  /// order.
  var gradients: UnsafePointer<Float>
  var shards: Int
  var gradientDistance: Int
  var pace: OptimizerPace
}

/// How far a step goes: the same for all parameters.
struct OptimizerPace {
  /// The learning rate; with Adam divided by the first moments' bias correction.
  let rate: Float
  /// One over the root of the second moments' bias correction.
  let secondScale: Float
  /// What the gradients are multiplied by, so that they are not too long.
  let gradientScale: Float
  /// What is kept of every parameter, beside the gradient's effect.
  let keptParameter: Float
  /// What part of its way to the new parameters the average goes: 0 none, 1 all.
  let averageShare: Float

  /// - Parameters:
  ///   - age: the number of this step, from 1.
  ///   - decay: the decay of the parameters, in shares per unit of the rate (Loshchilov and Hutter
  ///     2019).
  init(
    _ optimizer: Optimizer = .adam, age: Int, rate: Double, averageShare: Double,
    gradientScale: Double = 1, decay: Double = 0
  ) {
    let correction =
      optimizer == .adam ? 1 - pow(OptimizerStep.firstDecay, Double(age)) : 1
    self.rate = Float(rate / correction)
    secondScale = Float(1 / (1 - pow(OptimizerStep.secondDecay, Double(age))).squareRoot())
    self.gradientScale = Float(gradientScale)
    keptParameter = Float(1 - rate * decay)
    self.averageShare = Float(averageShare)
  }
}

extension OptimizerStep {
  /// The step of a part of the parameters.
  func part(_ range: Range<Int>) -> OptimizerStep {
    var part = self
    part.count = range.count
    part.parameters += range.lowerBound
    part.firstMoments += range.lowerBound
    part.secondMoments += range.lowerBound
    part.average += range.lowerBound
    part.gradients += range.lowerBound
    return part
  }
}
