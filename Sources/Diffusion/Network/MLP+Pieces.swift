extension MLP {
  /// Some rows of a layer's parameters: what one thread moves at a time after a batch.
  struct Piece: Sendable, Hashable {
    let layer: Layer
    /// Rows of the weights; the one after the last are the biases.
    let rows: Range<Int>

    /// Where they lie among the parameters.
    var parameters: Range<Int> {
      layer.weights + rows.lowerBound * layer.outputStride..<layer.weights + rows.upperBound
        * layer.outputStride
    }
  }

  /// About how many parameters a piece has: a few microseconds' work.
  private static let pieceSize = 4096

  /// All parameters, in pieces.
  var pieces: [Piece] {
    layers.flatMap { layer in
      let step = max(4, Self.pieceSize / layer.outputStride / 4 * 4)
      return stride(from: 0, through: layer.inputs, by: step).map { first in
        Piece(layer: layer, rows: first..<min(first + step, layer.inputs + 1))
      }
    }
  }

  /// Rewrites the transposed weights of a piece, which `backward` reads: not those of the first
  /// layer, unless the way back is to go to the inputs.
  func transpose(
    _ piece: Piece, of parameters: UnsafePointer<Float>,
    into transposed: UnsafeMutablePointer<Float>, includingFirst: Bool = false, kernels: Kernels
  ) {
    let layer = piece.layer
    let rows = piece.rows.clamped(to: 0..<layer.inputs)
    if (layer.weights == 0 && !includingFirst) || rows.isEmpty { return }
    kernels.transpose(
      Transposition(
        rows: rows.count, columns: layer.outputs,
        from: parameters + piece.parameters.lowerBound, fromStride: layer.outputStride,
        to: transposed + layer.transposed + rows.lowerBound, toStride: layer.inputStride))
  }

  /// Rewrites all transposed weights.
  func transpose(
    _ parameters: UnsafePointer<Float>, into transposed: UnsafeMutablePointer<Float>,
    includingFirst: Bool = false, kernels: Kernels
  ) {
    for piece in pieces {
      transpose(
        piece, of: parameters, into: transposed, includingFirst: includingFirst, kernels: kernels)
    }
  }
}
