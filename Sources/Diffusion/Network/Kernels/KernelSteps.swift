// What the kernels are asked to do: where the operands lie and how they are laid out.

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

/// For each point a row of the sines, and then the cosines, of its projections, which are given in
/// turns: 1 is a full circle.
struct Embedding {
  var points: UnsafePointer<SIMD2<Float>>
  var count: Int
  /// How many projections there are, a multiple of 16.
  var projections: Int
  var turnsX: UnsafePointer<Float>
  var turnsY: UnsafePointer<Float>
  var rows: UnsafeMutablePointer<Float>
  /// How many floats rows are apart.
  var distance: Int
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

/// One of some points, of which a noisy point was made, among all that it may have been made of.
///
/// Of the points c, each with a share s, the mean of `own - c` is asked for, weighed by
/// `s exp(−|ratio (own − c) + noise|² / 2)`: in units of the noise, from the own point, it is exact
/// where there is little of it.
struct NoisyOrigin {
  /// How many points there are, a multiple of `MLP.padding`.
  var count: Int
  var x: UnsafePointer<Float>
  var y: UnsafePointer<Float>
  /// What each counts: 1, or 0 where it is none that may be meant.
  var shares: UnsafePointer<Float>
  var own: SIMD2<Float>
  var noise: SIMD2<Float>
  /// How many deviations of the noise a unit of the points is.
  var ratio: Float
}
