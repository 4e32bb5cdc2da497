import Foundation

/// A timestep as sines and cosines of geometrically falling frequencies (Vaswani et al. 2017,
/// section 3.5), in the order of Ho et al. 2020: all sines, then all cosines.
struct SinusoidalEmbedding: Sendable {
  /// In radians a timestep, from 1 down to 1/10,000.
  let frequencies: [Double]

  /// - Parameter width: how many numbers an embedding has, an even number above 2.
  init(width: Int) {
    let half = width / 2
    frequencies = (0..<half).map { exp(-log(1e4) * Double($0) / Double(half - 1)) }
  }

  /// The embedding of a timestep.
  func callAsFunction(_ timestep: Int) -> [Float] {
    let angles = frequencies.map { Double(timestep) * $0 }
    return angles.map { Float(sin($0)) } + angles.map { Float(cos($0)) }
  }
}
