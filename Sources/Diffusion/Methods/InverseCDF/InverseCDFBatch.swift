/// Samples of which a monotone network learns the quantile functions of both coordinates, from
/// nothing but the samples: of each the first coordinate, and the second given the first.
struct InverseCDFBatch: BatchSource {
  /// A coordinate of a sample in standard units, and where in its share the first of the numbers is
  /// that it is compared at.
  struct Target: Sendable {
    let value: Double
    let offset: Double
  }

  static let noTarget = Target(value: 0, offset: 0.5)

  /// At how many evenly spaced shares each sample is compared.
  static let shares = 4

  let data: TrainingData
  let axes: AxisOrder
  let features: FeatureMap
  let kernels: Kernels
  let seed: UInt64
  /// The number of the step it is for, from 1.
  let step: Int
  /// Twice as many as there are samples.
  let size: Int

  func stream(ofShard shard: Int, of shards: Int) -> RandomStream {
    Randomness(seed: seed).stream(.training, step: step * shards + shard)
  }

  /// Neighbours are the two coordinates of two samples; each has a sample of its own.
  func draw(
    _ members: Range<Int>, from stream: inout RandomStream, inputs: UnsafeMutablePointer<Float>,
    distance: Int, targets: UnsafeMutablePointer<Target>
  ) {
    var given: [Double?] = []
    for (row, member) in members.enumerated() {
      let choice = stream.uniform()
      let normals = (stream.normalPoint(), Point.zero)
      let point = data.made(choice: choice, normals: normals).clean
      let isSecond = !member.isMultiple(of: 2)
      given.append(isSecond ? point[axes.first] : nil)
      targets[row] = Target(
        value: point[isSecond ? axes.second : axes.first], offset: stream.uniform())
    }
    MonotoneNetwork.write(given, features, to: inputs, distance: distance, kernels: kernels)
  }

  /// The pinball loss (Koenker and Bassett 1978), which is least where the function is the quantile of
  /// every share: `(share − [value < x]) · (value − x)`, x the function at the share's normal
  /// quantile.
  func compare(
    _ output: UnsafePointer<Float>, with target: Target, gradient: UnsafeMutablePointer<Float>
  ) -> Double {
    let units = MonotoneUnits(output)
    var sums = [Double](repeating: 0, count: MonotoneUnits.rawCount)
    var loss = 0.0
    let part = 1 / Double(Self.shares)
    for index in 0..<Self.shares {
      let share = part * (Double(index) + target.offset)
      let z = StandardNormal.quantile(share)
      let x = units.value(at: z).x
      let pull = (target.value < x ? 1 : 0) - share
      loss -= part * pull * (target.value - x)
      units.addGradient(at: z, times: part * pull, to: &sums)
    }
    for (index, sum) in sums.enumerated() { gradient[index] = Float(sum / Double(size)) }
    return loss
  }
}
