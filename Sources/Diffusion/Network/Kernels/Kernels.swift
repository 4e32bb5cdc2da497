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

  /// Sine and cosine of angles given in turns, 1 being a full circle.
  let circle:
    @Sendable (_ turns: Floats, _ sines: MutableFloats, _ cosines: MutableFloats, _ count: Int) ->
      Void

  /// One step of an optimizer.
  let optimize: @Sendable (_ step: OptimizerStep) -> Void

  /// The sum of the squares of some values.
  let squaredNorm: @Sendable (_ values: Floats, _ count: Int) -> Float
}

/// `C = start + A · B`, where `A[i][k]` is `a[i * rowStride + k * depthStride]`.
///
/// Strides make the three products of a layer one operation: forward (A the inputs, B the weights),
/// the gradient of the inputs (A the gradient of the outputs, B the transposed weights) and of the
/// weights (A the transposed inputs, B the gradient of the outputs).
struct MatrixProduct {
  /// The number of rows of A and C.
  var rows: Int
  /// The number of columns of B and C in use.
  var columns: Int
  /// The number of columns of A and rows of B.
  var depth: Int
  var a: UnsafePointer<Float>
  var rowStride: Int
  var depthStride: Int
  var b: UnsafePointer<Float>
  var bStride: Int
  var c: UnsafeMutablePointer<Float>
  var cStride: Int
  /// What the product is added to: C itself, or one row for all with a stride of 0.
  var start: UnsafePointer<Float>
  var startStride: Int
  /// Numbers laid out like C, each to be multiplied by its element of C.
  var scaled: UnsafeMutablePointer<Float>?
}

/// `values = skipped + f(values)`, and where slopes are asked for, the derivatives of f there.
struct ActivationStep {
  var function: Activation
  var values: UnsafeMutablePointer<Float>
  var slopes: UnsafeMutablePointer<Float>?
  /// What goes past the layer and is added to what comes out of it.
  var skipped: UnsafePointer<Float>?
  var count: Int
}

/// `to[j][i] = from[i][j]`.
struct Transposition {
  var rows: Int
  var columns: Int
  var from: UnsafePointer<Float>
  var fromStride: Int
  var to: UnsafeMutablePointer<Float>
  var toStride: Int
}
