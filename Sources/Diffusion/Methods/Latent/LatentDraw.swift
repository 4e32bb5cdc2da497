import Foundation

/// The latents that a decoder is shown while it learns.
struct LatentDraw {
  let latents: Int
  let isVariational: Bool
  let rows: Int
  let code: [Float]
  let noise: [Float]
  let values: [Float]

  /// Logarithmic variances beyond this are taken as it is.
  private static let limit: Float = 8

  /// - Parameter code: what the encoder answered, a row for each picture: the means, and where it is
  ///   variational the logarithmic variances.
  init(
    _ code: [Float], latents: Int, isVariational: Bool, rows: Int, from stream: inout RandomStream
  ) {
    (self.code, self.latents, self.isVariational, self.rows) = (code, latents, isVariational, rows)
    guard isVariational else {
      (noise, values) = ([], code)
      return
    }
    noise = LatentNoise.normals(rows * latents, from: &stream)
    var values: [Float] = []
    for row in 0..<rows {
      for index in 0..<latents {
        let place = 2 * row * latents + index
        let deviation = exp(0.5 * Self.bounded(code[place + latents]))
        values.append(code[place] + deviation * noise[row * latents + index])
      }
    }
    self.values = values
  }

  static func bounded(_ logVariance: Float) -> Float {
    min(max(logVariance, -limit), limit)
  }

  /// Takes the gradient with respect to the latents back to the encoder's answers, with that of the
  /// weighted divergence from the standard normal, `(m² + s² - ln s² - 1) / 2` for each latent.
  func pulledBack(
    _ gradient: [Float], weight: Float, scale: Float
  ) -> (gradient: [Float], sum: Double) {
    guard isVariational else { return (gradient, 0) }
    var back = [Float](repeating: 0, count: code.count)
    var sum: Float = 0
    for row in 0..<rows {
      for index in 0..<latents {
        let place = 2 * row * latents + index
        let mean = code[place]
        let logVariance = Self.bounded(code[place + latents])
        let variance = exp(logVariance)
        let share = gradient[row * latents + index]
        sum += weight * 0.5 * (mean * mean + variance - logVariance - 1)
        back[place] = share + scale * weight * mean
        back[place + latents] =
          0.5 * share * variance.squareRoot() * noise[row * latents + index]
          + scale * weight * 0.5 * (variance - 1)
      }
    }
    return (back, Double(sum))
  }
}
