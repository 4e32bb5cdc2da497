import Foundation

/// A batch of a reference workload.
struct ReferenceBatch: BatchSource {
  private static let deviation: Float = 0.15
  /// What coordinates are multiplied by before they are embedded.
  private static let coordinateScale: Float = 25

  let size: Int
  let seed: UInt64
  var step = 0
  private let kernels: Kernels
  private let embedsPoint: Bool
  private let ring: [SIMD2<Float>]
  /// The root of alpha-bar and of what is missing to 1, for every timestep.
  private let levels: [SIMD2<Float>]
  /// The frequencies of an embedding, in turns per unit.
  private let turns: [Float]
  /// The sinusoidal embedding of every timestep, one after the other: sines, then cosines.
  private let embeddings: [Float]

  init(
    _ workload: ReferenceTraining.Workload, size: Int, seed: UInt64, kernels: Kernels
  ) {
    self.size = size
    self.seed = seed
    self.kernels = kernels
    embedsPoint = workload == .tiny
    let timesteps = workload == .tiny ? 50 : 1000
    let half = workload == .tiny ? 64 : 32
    ring = (0..<8).map {
      let angle = Double($0) * .pi / 4
      return SIMD2<Float>(Point(2 * cos(angle), 2 * sin(angle)))
    }
    var alphaBar = 1.0
    levels = (0..<timesteps).map { t in
      alphaBar *= 1 - (1e-4 + (0.02 - 1e-4) * Double(t) / Double(timesteps - 1))
      return SIMD2<Float>(Point(alphaBar.squareRoot(), (1 - alphaBar).squareRoot()))
    }
    let frequencies = (0..<half).map { exp(-log(1e4) * Double($0) / Double(half - 1)) }
    turns = frequencies.map { Float($0 / (2 * Double.pi)) }
    embeddings = (0..<timesteps).flatMap { t in
      frequencies.map { Float(sin(Double(t) * $0)) }
        + frequencies.map { Float(cos(Double(t) * $0)) }
    }
  }

  private var embedding: Int { 2 * turns.count }

  /// The number of inputs of the network.
  var inputs: Int { embedsPoint ? 3 * embedding : 2 + embedding }

  func stream(ofShard shard: Int, of shards: Int) -> RandomStream {
    Randomness(seed: seed).stream(.training, step: step * shards + shard)
  }

  func draw(
    _ members: Range<Int>, from stream: inout RandomStream, inputs: UnsafeMutablePointer<Float>,
    distance: Int, targets: UnsafeMutablePointer<SIMD2<Float>>
  ) {
    for row in 0..<members.count {
      let normals = stream.normalQuartet()
      let word = stream.next()
      let timestep = Int((word >> 32) * UInt64(levels.count) >> 32)
      let clean = ring[Int(word & 7)] + Self.deviation * normals.lowHalf
      let level = levels[timestep]
      write(
        level.x * clean + level.y * normals.highHalf, timestep: timestep,
        to: inputs + row * distance)
      targets[row] = normals.highHalf
    }
  }

  /// What the network sees of a noisy point.
  private func write(
    _ point: SIMD2<Float>, timestep: Int, to row: UnsafeMutablePointer<Float>
  ) {
    if embedsPoint {
      embed(point.x, to: row)
      embed(point.y, to: row + embedding)
    } else {
      row[0] = point.x
      row[1] = point.y
    }
    embeddings.withUnsafeBufferPointer { embeddings in
      guard let start = embeddings.baseAddress else { return }
      (row + inputs - embedding).update(from: start + timestep * embedding, count: embedding)
    }
  }

  private func embed(_ coordinate: Float, to row: UnsafeMutablePointer<Float>) {
    let angles = row + turns.count
    for (i, turns) in turns.enumerated() {
      angles[i] = Self.coordinateScale * coordinate * turns
    }
    kernels.circle(UnsafePointer(angles), row, angles, turns.count)
  }
}
