/// The arithmetic of the network: the few loops that take all the time.
///
/// Everything else in `Network` and `Training` is written in terms of this table, so a faster
/// implementation for one processor is another value of this type. Rows of matrices start
/// `MLP.padding` floats apart, or a multiple of that, and what lies between the columns in use and
/// the next row is zero; an implementation may read it, and may write zeros to it.
struct Kernels: Sendable {
  typealias Floats = UnsafePointer<Float>
  typealias MutableFloats = UnsafeMutablePointer<Float>

  /// Multiplies two matrices.
  let multiply: @Sendable (_ product: MatrixProduct) -> Void

  /// Applies the function between two layers.
  let activate: @Sendable (_ step: ActivationStep) -> Void

  /// Adds the rows of a matrix, `stride` floats apart, to `sums`.
  let addRows:
    @Sendable (
      _ matrix: Floats, _ rows: Int, _ columns: Int, _ stride: Int, _ sums: MutableFloats
    ) -> Void

  /// Writes a matrix of `rows` rows with its rows as columns.
  let transpose: @Sendable (_ transposition: Transposition) -> Void

  /// Writes the sines and cosines of projections of points.
  let embed: @Sendable (_ embedding: Embedding) -> Void

  /// Turns pairs of random words into pairs of standard-normal numbers. The first words of all
  /// `pairs`, a multiple of 16, stand before the second ones, and so do the numbers.
  let normals:
    @Sendable (_ words: UnsafePointer<UInt32>, _ normals: MutableFloats, _ pairs: Int) -> Void

  /// One step of an optimizer.
  let optimize: @Sendable (_ step: OptimizerStep) -> Void

  /// The sum of the squares of some values.
  let squaredNorm: @Sendable (_ values: Floats, _ count: Int) -> Float

  /// How far the mean of what a noisy point may have been made of is from what it was made of.
  let posteriorOffset: @Sendable (_ origin: NoisyOrigin) -> SIMD2<Float>
}
