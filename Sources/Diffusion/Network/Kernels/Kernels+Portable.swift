extension Kernels {
  /// The readable reference in plain Swift vectors, fast on any processor without compiler flags.
  static let portable = Kernels(
    multiply: PortableProduct.multiply,
    activate: PortableActivation.activate,
    addRows: { matrix, rows, columns, distance, sums in
      for column in stride(from: 0, to: columns, by: 4) {
        var sum = sums.lanes(column)
        for row in 0..<rows { sum += matrix.lanes(row &* distance &+ column) }
        sums.store(sum, column)
      }
    },
    transpose: { transposition in
      let from = transposition.from
      let to = transposition.to
      for row in 0..<transposition.rows {
        for column in 0..<transposition.columns {
          to[column &* transposition.toStride &+ row] =
            from[row &* transposition.fromStride &+ column]
        }
      }
    },
    embed: PortableCircle.embed, normals: PortableCircle.normals,
    optimize: PortableOptimizer.optimize,
    squaredNorm: { values, count in (0..<count).reduce(0) { $0 + values[$1] * values[$1] } },
    posteriorOffset: PortablePosterior.offset)
}
