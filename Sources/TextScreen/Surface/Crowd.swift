import Foundation

/// How crowded the cells of a cloud are, smoothed, as steps of the density ramp.
///
/// The ramp is logarithmic. Its top is the fullest cell of this moment, but not below a few times
/// what a cloud without features would show: so noise glows dimly, and brightens as it gathers.
public struct Crowd: Sendable {
  /// The ink of each cell, row after row.
  public let inks: [Ink]

  /// The featureless cloud lies in the middle of the ramp, modes a few times denser at its top.
  private static let topOverFeatureless = 6.0
  private static let bottomOverFeatureless = 0.2

  /// - Parameter featureless: the hits of the fullest cell of one wide Gaussian of as many points.
  public init(_ canvas: DotCanvas, featureless: Double) {
    self.init(
      hits: canvas.pixels.map { Float($0.hits) }, width: canvas.size.columns,
      height: canvas.size.rows, featureless: featureless)
  }

  /// - Parameters:
  ///   - hits: how many points fell into each cell, row after row.
  ///   - featureless: the hits of the fullest cell of one wide Gaussian of as many points.
  public init(hits: [Float], width: Int, height: Int, featureless: Double) {
    let smooth = Self.smoothed(hits, width: width, height: height)
    let peak = Double(smooth.max() ?? 0)
    let bottom = max(Self.bottomOverFeatureless * featureless, 1e-6)
    let top = max(peak, Self.topOverFeatureless * featureless, 2 * bottom)
    let range = Float(Ink.densitySteps) / Float(log2(top / bottom))
    let floor = Float(bottom)
    inks = smooth.map { value in
      guard value > floor else { return .density(0) }
      return .density(Int(min(log2(value / floor) * range, Float(Ink.densitySteps - 1))))
    }
  }

  /// The binomial 3 x 3 mean, which takes the speckle out of small counts; beyond the edges the
  /// cells at the edges go on.
  private static func smoothed(_ hits: [Float], width: Int, height: Int) -> [Float] {
    guard width > 0, height > 0 else { return hits }
    var across = hits
    for row in 0..<height {
      let start = row * width
      for column in 0..<width {
        let left = hits[start + max(0, column - 1)]
        let right = hits[start + min(width - 1, column + 1)]
        across[start + column] = 0.25 * (left + right) + 0.5 * hits[start + column]
      }
    }
    var smooth = across
    for row in 0..<height {
      let above = max(0, row - 1) * width
      let below = min(height - 1, row + 1) * width
      for column in 0..<width {
        smooth[row * width + column] =
          0.25 * (across[above + column] + across[below + column])
          + 0.5 * across[row * width + column]
      }
    }
    return smooth
  }
}
