import Foundation

/// The training workload that other programs are compared by: a point and the sinusoidal embedding
/// of one of 1000 timesteps go through three SiLU layers and give the noise; Adam, a moving
/// average, and everything drawn within the step.
///
/// It exists to be timed. Its data is a ring of eight Gaussians of radius 2 and deviation 0.15, its
/// schedule the linear one of Ho et al. 2020.
public struct ReferenceTraining: Sendable {
  private var learner: Learner
  private var batch: ReferenceBatch

  /// - Parameters:
  ///   - batch: the number of samples of a step.
  ///   - width: the width of the three hidden layers.
  public init(batch: Int, width: Int, seed: UInt64 = 1, instructions: InstructionSet = .best) {
    let architecture = MLP.Architecture(
      inputs: ReferenceBatch.inputs, hidden: [width, width, width], outputs: 2)
    var stream = Randomness(seed: seed).stream(.initialization)
    var parameters: [Float] = []
    for shape in architecture.shapes {
      let deviation = 1 / Double(shape.inputs).squareRoot()
      for _ in 0..<shape.inputs * shape.outputs {
        parameters.append(Float(deviation * stream.normalPoint().x))
      }
      parameters.append(contentsOf: repeatElement(0, count: shape.outputs))
    }
    learner = Learner(
      mlp: MLP(architecture), parameters: parameters, kernels: Kernels(instructions))
    self.batch = ReferenceBatch(size: batch, seed: seed)
  }

  /// The multiplications and additions of a step's matrix products, with two for each pair; the
  /// gradient of the inputs is not needed.
  public var floatingPointOperations: Double {
    let shapes = learner.mlp.architecture.shapes
    let products = shapes.reduce(0) { $0 + 3 * $1.inputs * $1.outputs }
    return 2 * Double(batch.size * (products - shapes[0].inputs * shapes[0].outputs))
  }

  /// Draws a batch and moves the weights once.
  ///
  /// - Returns: the mean squared error before the move.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    batch.step += 1
    let sum = learner.learn(from: batch, on: team)
    learner.advance(rate: 1e-3, averageShare: 1e-3)
    return sum / Double(2 * batch.size)
  }
}

/// A batch of the reference workload.
private struct ReferenceBatch: BatchSource {
  static let embedding = 64
  static let inputs = 2 + embedding
  private static let timesteps = 1000
  private static let deviation: Float = 0.15

  let size: Int
  let seed: UInt64
  var step = 0
  private let ring: [SIMD2<Float>]
  /// The root of alpha-bar and of what is missing to 1, for every timestep.
  private let levels: [SIMD2<Float>]
  /// The sinusoidal embedding of every timestep, a row of 64 each.
  private let embeddings: [Float]

  init(size: Int, seed: UInt64) {
    self.size = size
    self.seed = seed
    ring = (0..<8).map {
      let angle = Double($0) * .pi / 4
      return SIMD2<Float>(Point(2 * cos(angle), 2 * sin(angle)))
    }
    var alphaBar = 1.0
    levels = (0..<Self.timesteps).map { t in
      alphaBar *= 1 - (1e-4 + (0.02 - 1e-4) * Double(t) / Double(Self.timesteps - 1))
      return SIMD2<Float>(Point(alphaBar.squareRoot(), (1 - alphaBar).squareRoot()))
    }
    let half = Self.embedding / 2
    let frequencies = (0..<half).map { exp(-log(1e4) * Double($0) / Double(half - 1)) }
    embeddings = (0..<Self.timesteps).flatMap { t in
      frequencies.map { Float(sin(Double(t) * $0)) }
        + frequencies.map { Float(cos(Double(t) * $0)) }
    }
  }

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
      let timestep = Int((word >> 32) * UInt64(Self.timesteps) >> 32)
      let clean = ring[Int(word & 7)] + Self.deviation * normals.lowHalf
      let place = inputs + row * distance
      let noisy = levels[timestep].x * clean + levels[timestep].y * normals.highHalf
      place[0] = noisy.x
      place[1] = noisy.y
      embeddings.withUnsafeBufferPointer { embeddings in
        guard let start = embeddings.baseAddress else { return }
        (place + 2).update(from: start + timestep * Self.embedding, count: Self.embedding)
      }
      targets[row] = normals.highHalf
    }
  }
}
