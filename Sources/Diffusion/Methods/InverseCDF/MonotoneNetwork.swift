import Foundation

/// A trained network's answer: for every place of the first coordinate a rising function of the
/// normal quantile, so that more of a share never leads to less of a coordinate.
public struct MonotoneNetwork: QuantileMap {
  public let weights: InverseCDFWeights
  public var axes: AxisOrder { weights.axes }
  private let mlp: MLP
  private let parameters: AlignedFloats
  private let features: FeatureMap
  private let kernels: Kernels

  public init(_ weights: InverseCDFWeights, instructions: InstructionSet = .best) {
    self.weights = weights
    mlp = MLP(weights.architecture)
    parameters = AlignedFloats(mlp.pad(weights.parameters))
    features = FeatureMap(frequencies: weights.frequencies)
    kernels = Kernels(instructions)
  }

  private var centre: Point { weights.standardization.centre }
  private var spread: Double { weights.standardization.spread }

  public func first(_ shares: [Double]) -> [Double] {
    guard let units = units(given: [nil]).first else { return [] }
    return shares.map {
      centre[axes.first] + spread * units.value(at: StandardNormal.quantile($0)).x
    }
  }

  public func second(_ shares: [Double], given first: [Double]) -> [Double] {
    zip(shares, units(given: first.map(standardized))).map { share, units in
      centre[axes.second] + spread * units.value(at: StandardNormal.quantile(share)).x
    }
  }

  public func shares(at points: [Point]) -> [Point] {
    zip(points, normals(at: points)).map { _, normals in
      axes.point(StandardNormal.cdf(normals.first.z), StandardNormal.cdf(normals.second.z))
    }
  }

  /// By the change of variables: the normal density of the quantiles over the slopes of the map.
  public func logDensities(at points: [Point]) -> [Double] {
    normals(at: points).map { first, second in
      StandardNormal.logDensity(first.z) + StandardNormal.logDensity(second.z)
        - log(spread * first.slope) - log(spread * second.slope)
    }
  }

  /// The normal quantiles that the map takes to points, with its slopes there in standard units.
  private func normals(
    at points: [Point]
  ) -> [(first: (z: Double, slope: Double), second: (z: Double, slope: Double))] {
    guard let marginal = units(given: [nil]).first else { return [] }
    let conditionals = units(given: points.map { standardized($0[axes.first]) })
    func normal(_ units: MonotoneUnits, _ value: Double) -> (z: Double, slope: Double) {
      let z = units.inverse(of: value)
      return (z, units.value(at: z).slope)
    }
    return zip(points, conditionals).map { point, conditional in
      let second = (point[axes.second] - centre[axes.second]) / spread
      return (normal(marginal, standardized(point[axes.first])), normal(conditional, second))
    }
  }

  private func standardized(_ first: Double) -> Double { (first - centre[axes.first]) / spread }

  /// The functions of the second coordinate where the first is known, that of the first where it is
  /// nil.
  func units(given: [Double?]) -> [MonotoneUnits] {
    var units: [MonotoneUnits] = []
    units.reserveCapacity(given.count)
    var scratch = AlignedFloats(zeros: mlp.scratchCount)
    scratch.withMutablePointer { scratch in
      for first in stride(from: 0, to: given.count, by: MLP.blockSize) {
        let block = Array(given[first..<min(first + MLP.blockSize, given.count)])
        Self.write(
          block, features, to: scratch, distance: mlp.layers[0].inputStride, kernels: kernels)
        parameters.withPointer {
          mlp.forward(
            parameters: $0, scratch: scratch, rows: block.count, keepsSlopes: false,
            kernels: kernels)
        }
        guard let last = mlp.layers.last else { return }
        units += block.indices.map {
          MonotoneUnits(UnsafePointer(scratch + last.output + $0 * last.outputStride))
        }
      }
    }
    return units
  }

  /// Writes what the network sees, a row for each function that is asked for.
  static func write(
    _ given: [Double?], _ features: FeatureMap, to rows: UnsafeMutablePointer<Float>,
    distance: Int, kernels: Kernels
  ) {
    let level = FeatureMap.features(ofLogSNR: 0)
    let points = given.map { FeatureMap.bounded(SIMD2(Float($0 ?? 0), $0 == nil ? -1 : 1)) }
    points.withUnsafeBufferPointer { points in
      guard let start = points.baseAddress else { return }
      features.write(start, count: points.count, to: rows, distance: distance, kernels: kernels)
    }
    for row in given.indices { (rows + row * distance).store(level, FeatureMap.level.lowerBound) }
  }
}
