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
  /// The frequencies of an embedding of coordinates, in turns per unit, and as many zeros.
  private let turns: [Float]
  private let zeros: [Float]
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
    levels = LinearLevels.levels(timesteps: timesteps)
    let embedding = SinusoidalEmbedding(width: 2 * half)
    turns = embedding.frequencies.map { Self.coordinateScale * Float($0 / (2 * Double.pi)) }
    zeros = [Float](repeating: 0, count: half)
    embeddings = (0..<timesteps).flatMap { embedding($0) }
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
    RandomBlock.withDraws(from: &stream, kernels: kernels) { draws in
      withUnsafeTemporaryAllocation(of: SIMD2<Float>.self, capacity: members.count) { points in
        guard let points = points.baseAddress else { return }
        for row in 0..<members.count {
          let normals = draws.points(row)
          let choices = draws.uniforms(row)
          let level = Int(choices.first * Double(levels.count))
          let mode = ring[Int(choices.second * Double(ring.count))]
          let noisy =
            levels[level].x * (mode + Self.deviation * normals.first)
            + levels[level].y * normals.second
          (points + row).initialize(to: noisy)
          targets[row] = normals.second
          writeLevel(level, to: inputs + row * distance)
        }
        write(points, count: members.count, to: inputs, distance: distance)
      }
    }
  }

  private func writeLevel(_ level: Int, to row: UnsafeMutablePointer<Float>) {
    embeddings.withUnsafeBufferPointer { embeddings in
      guard let start = embeddings.baseAddress else { return }
      (row + inputs - embedding).update(from: start + level * embedding, count: embedding)
    }
  }

  /// What the network sees of the points: their coordinates, or the embeddings of these.
  private func write(
    _ points: UnsafePointer<SIMD2<Float>>, count: Int, to rows: UnsafeMutablePointer<Float>,
    distance: Int
  ) {
    if !embedsPoint {
      for index in 0..<count {
        rows[index * distance] = points[index].x
        rows[index * distance + 1] = points[index].y
      }
      return
    }
    turns.withUnsafeBufferPointer { turns in
      zeros.withUnsafeBufferPointer { zeros in
        guard let turns = turns.baseAddress, let zeros = zeros.baseAddress else { return }
        var embedding = Embedding(
          points: points, count: count, projections: self.turns.count, turnsX: turns,
          turnsY: zeros, rows: rows, distance: distance)
        kernels.embed(embedding)
        (embedding.turnsX, embedding.turnsY) = (zeros, turns)
        embedding.rows += self.embedding
        kernels.embed(embedding)
      }
    }
  }
}
