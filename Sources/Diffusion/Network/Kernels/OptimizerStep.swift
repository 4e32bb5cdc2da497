import Foundation

/// A step of Adam (Kingma and Ba 2015, algorithm 1) and of the moving average of the parameters.
struct OptimizerStep {
  static let firstDecay = 0.9
  static let secondDecay = 0.999
  static let epsilon: Float = 1e-8

  let count: Int
  let parameters: UnsafeMutablePointer<Float>
  let firstMoments: UnsafeMutablePointer<Float>
  let secondMoments: UnsafeMutablePointer<Float>
  let average: UnsafeMutablePointer<Float>
  /// The gradients of the shards of a batch, `count` floats each, to be summed in this order.
  let gradients: UnsafePointer<Float>
  let shards: Int
  /// The learning rate divided by the first moments' bias correction.
  let rate: Float
  /// One over the root of the second moments' bias correction.
  let secondScale: Float
  /// What part of its way to the new parameters the moving average goes: 0 none, 1 all.
  let averageShare: Float

  /// - Parameter age: the number of this step, from 1.
  init(
    count: Int, parameters: UnsafeMutablePointer<Float>,
    firstMoments: UnsafeMutablePointer<Float>, secondMoments: UnsafeMutablePointer<Float>,
    average: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>, shards: Int,
    age: Int, rate: Double, averageShare: Double
  ) {
    self.count = count
    self.parameters = parameters
    self.firstMoments = firstMoments
    self.secondMoments = secondMoments
    self.average = average
    self.gradients = gradients
    self.shards = shards
    self.rate = Float(rate / (1 - pow(Self.firstDecay, Double(age))))
    secondScale = Float(1 / (1 - pow(Self.secondDecay, Double(age))).squareRoot())
    self.averageShare = Float(averageShare)
  }
}
