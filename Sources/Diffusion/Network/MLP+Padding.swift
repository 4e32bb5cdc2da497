extension MLP {
  /// The parameters laid out for the kernels, rows padded with zeros.
  ///
  /// - Parameter parameters: for each layer the weights, a row of outputs for each input, then the
  ///   biases.
  func pad(_ parameters: [Float]) -> [Float] {
    precondition(parameters.count == architecture.parameterCount, "one value per parameter")
    var padded = [Float](repeating: 0, count: paddedCount)
    for (compact, wide) in rows { padded.replaceSubrange(wide, with: parameters[compact]) }
    return padded
  }

  /// The parameters without padding.
  func unpad(_ padded: [Float]) -> [Float] {
    var parameters: [Float] = []
    parameters.reserveCapacity(architecture.parameterCount)
    for (_, wide) in rows { parameters.append(contentsOf: padded[wide]) }
    return parameters
  }

  /// Where the rows of all layers, weights and then biases, are without and with padding.
  private var rows: [(compact: Range<Int>, padded: Range<Int>)] {
    var offset = 0
    return layers.flatMap { layer in
      (0...layer.inputs).map { row in
        let start = layer.weights + row * layer.outputStride
        let compact = offset..<offset + layer.outputs
        offset += layer.outputs
        return (compact, start..<start + layer.outputs)
      }
    }
  }
}
