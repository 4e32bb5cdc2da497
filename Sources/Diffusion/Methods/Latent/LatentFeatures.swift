import Foundation

/// What the network sees of a noisy latent: the numbers, sines and cosines of fixed random
/// projections (Tancik et al. 2020), four functions of the level, and the embedded prompt.
struct LatentFeatures: Sendable, Equatable {
  let latents: Int
  /// The projections, a row of `latents` numbers each, in radians per unit.
  let frequencies: [Float]

  static let projections = 16
  private static let spread = 1.5

  init(latents: Int, frequencies: [Float]) {
    self.latents = latents
    self.frequencies = frequencies
  }

  init(latents: Int, from stream: inout RandomStream) {
    self.latents = latents
    // Of many numbers each turns a projection less, so that they turn no faster together.
    let spread = Self.spread * min(1, (3 / Double(latents)).squareRoot())
    frequencies = LatentNoise.normals(Self.projections * latents, from: &stream)
      .map { Float(spread) * $0 }
  }

  /// The number of features.
  var count: Int { latents + 2 * Self.projections + 4 + TextEncoder.width }

  func write(
    _ point: ArraySlice<Float>, level: SIMD4<Float>, embedding: [Float], to rows: inout [Float]
  ) {
    for value in point { rows.append(2 * value) }
    for projection in 0..<Self.projections {
      var angle: Float = 0
      for index in 0..<latents {
        angle += point[point.startIndex + index] * frequencies[projection * latents + index]
      }
      rows.append(sin(angle))
      rows.append(cos(angle))
    }
    for index in 0..<4 { rows.append(level[index]) }
    rows.append(contentsOf: embedding)
  }

  /// The features of whole rows, told nothing yet.
  ///
  /// - Parameters:
  ///   - points: rows of `width` latents, of which those from `first` on are meant.
  func rows(of points: [Float], from first: Int, width: Int, logSNR: Double) -> [Float] {
    let level = FeatureMap.features(ofLogSNR: logSNR)
    let nothing = [Float](repeating: 0, count: TextEncoder.width)
    var rows: [Float] = []
    rows.reserveCapacity(points.count / width * count)
    for start in stride(from: first, to: points.count, by: width) {
      write(points[start..<start + latents], level: level, embedding: nothing, to: &rows)
    }
    return rows
  }

  /// Writes embedded prompts, a row each, into rows of features; zeros where there is none.
  func tell(_ prompts: [Float]?, to rows: inout [Float]) {
    let (width, place) = (TextEncoder.width, count - TextEncoder.width)
    for row in 0..<rows.count / count {
      for index in 0..<width {
        rows[row * count + place + index] = prompts?[row * width + index] ?? 0
      }
    }
  }
}
