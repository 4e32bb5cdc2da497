/// A sampling workload that other programs are compared by; it exists to be timed.
///
/// Points go down the linear schedule of 1000 timesteps in even DDIM steps (Song et al. 2021). The
/// network sees a point and the sinusoidal embedding of the timestep, has three SiLU layers and is
/// not trained: the arithmetic is the same.
public struct ReferenceSampling: Sendable {
  /// One step: `next = keep · x + move · network(x, timestep)`.
  struct Step: Sendable {
    let embedding: [Float]
    let keep: Float
    let move: Float
  }

  static let timesteps = 1000
  static let embeddingWidth = 64
  /// How many blocks a thread takes at a time: enough that claiming them costs nothing.
  private static let blocksInShare = 4

  let mlp: MLP
  /// Weights and biases without padding.
  let parameters: [Float]
  let start: [SIMD2<Float>]
  let steps: [Step]
  private let padded: AlignedFloats
  private let embeddings: AlignedFloats
  private let kernels: Kernels

  /// - Parameters:
  ///   - points: how many points are led from noise to data.
  ///   - steps: in how many steps, at most 1000.
  ///   - width: the width of the hidden layers.
  public init(
    points: Int, steps: Int = 100, width: Int = 128, seed: UInt64 = 1,
    instructions: InstructionSet = .best
  ) {
    kernels = Kernels(instructions)
    var stream = Randomness(seed: seed).stream(.initialization)
    let architecture = MLP.Architecture(
      inputs: 2 + Self.embeddingWidth, hidden: [width, width, width], outputs: 2)
    mlp = MLP(architecture)
    parameters = ReferenceTraining.parameters(of: architecture, from: &stream)
    padded = AlignedFloats(mlp.pad(parameters))
    start = stream.normalPoints(points).map { SIMD2<Float>($0) }
    self.steps = Self.steps(steps)
    embeddings = AlignedFloats(self.steps.flatMap(\.embedding))
  }

  /// How many steps a run makes.
  public var stepCount: Int { steps.count }

  private static func steps(_ count: Int) -> [Step] {
    let levels = LinearLevels.levels(timesteps: timesteps)
    let embedding = SinusoidalEmbedding(width: embeddingWidth)
    let visited = (0..<count).map { timesteps - 1 - $0 * timesteps / count }
    return visited.indices.map { index in
      let level = levels[visited[index]]
      let next = index + 1 < count ? levels[visited[index + 1]] : [1, 0]
      let keep = next.x / level.x
      return Step(
        embedding: embedding(visited[index]), keep: keep, move: next.y - level.y * keep)
    }
  }

  /// The multiplications and additions of a run's matrix products that depend on the points, with
  /// two for each pair.
  public var floatingPointOperations: Double {
    let products = architecturalProducts - Self.embeddingWidth * mlp.layers[0].outputs
    return 2 * Double(start.count * steps.count * products)
  }

  private var architecturalProducts: Int {
    mlp.architecture.shapes.reduce(0) { $0 + $1.inputs * $1.outputs }
  }

  /// Leads all points through all steps.
  ///
  /// - Parameter team: who shares the work; the result is the same whoever does.
  public func run(on team: WorkerTeam? = nil) -> [SIMD2<Float>] {
    var points = start
    let sums = levelSums
    points.withUnsafeMutableBufferPointer { points in
      guard let first = points.baseAddress else { return }
      let count = points.count
      let memory = SharedMemory(first)
      let share = Self.blocksInShare * MLP.blockSize
      WorkerTeam.share((count + share - 1) / share, on: team) { index in
        let first = index * share
        lead(memory.pointer + first, count: min(share, count - first), past: sums)
      }
    }
    return points
  }

  /// What the embedding of each step, the last of the inputs, and the biases give in the first
  /// layer: the same for all points, so it is worked out once.
  private var levelSums: AlignedFloats {
    let layer = mlp.layers[0]
    var sums = AlignedFloats(zeros: steps.count * layer.outputStride)
    sums.withMutablePointer { sums in
      padded.withPointer { parameters in
        embeddings.withPointer { embeddings in
          kernels.multiply(
            MatrixProduct(
              rows: steps.count, columns: layer.outputs, depth: Self.embeddingWidth,
              a: embeddings, rowStride: Self.embeddingWidth, depthStride: 1,
              b: parameters + layer.weights + 2 * layer.outputStride, bStride: layer.outputStride,
              c: sums, cStride: layer.outputStride, start: parameters + layer.biases,
              startStride: 0))
        }
      }
    }
    return sums
  }

  /// Leads some points through all steps, block by block, so that what belongs to a block stays in
  /// the nearest cache.
  private func lead(
    _ points: UnsafeMutablePointer<SIMD2<Float>>, count: Int, past sums: AlignedFloats
  ) {
    var scratch = AlignedFloats(zeros: mlp.scratchCount)
    scratch.withMutablePointer { scratch in
      padded.withPointer { parameters in
        sums.withPointer { sums in
          for first in stride(from: 0, to: count, by: MLP.blockSize) {
            let rows = min(MLP.blockSize, count - first)
            for (index, step) in steps.enumerated() {
              advance(
                points + first, rows: rows, by: step, parameters: parameters, scratch: scratch,
                sums: sums + index * mlp.layers[0].outputStride)
            }
          }
        }
      }
    }
  }

  private func advance(
    _ points: UnsafeMutablePointer<SIMD2<Float>>, rows: Int, by step: Step,
    parameters: UnsafePointer<Float>, scratch: UnsafeMutablePointer<Float>,
    sums: UnsafePointer<Float>
  ) {
    guard let last = mlp.layers.last else { return }
    for row in 0..<rows {
      let input = scratch + mlp.layers[0].input + row * mlp.layers[0].inputStride
      (input[0], input[1]) = (points[row].x, points[row].y)
    }
    mlp.forward(
      parameters: parameters, scratch: scratch, rows: rows, keepsSlopes: false,
      shared: (Self.embeddingWidth, sums), kernels: kernels)
    for row in 0..<rows {
      let output = scratch + last.output + row * last.outputStride
      points[row] = step.keep * points[row] + step.move * SIMD2(output[0], output[1])
    }
  }
}
