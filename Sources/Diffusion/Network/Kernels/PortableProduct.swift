/// Matrix multiplication in plain Swift vectors.
///
/// A tile of 4 rows by 8 columns of the result stays in 8 registers while the depth runs by; with
/// the row of B and one broadcast element of A that fits the 16 registers every processor has.
enum PortableProduct {
  @Sendable
  static func multiply(_ product: MatrixProduct) {
    for column in stride(from: 0, to: product.columns, by: 8) {
      var row = 0
      while row &+ 4 <= product.rows {
        multiplyFourRows(product, row: row, column: column)
        row &+= 4
      }
      while row < product.rows {
        multiplyOneRow(product, row: row, column: column)
        row &+= 1
      }
    }
  }

  @inline(__always)
  private static func multiplyFourRows(_ product: MatrixProduct, row: Int, column: Int) {
    let start = product.start + column
    var row0 = Strip(start + row &* product.startStride)
    var row1 = Strip(start + (row &+ 1) &* product.startStride)
    var row2 = Strip(start + (row &+ 2) &* product.startStride)
    var row3 = Strip(start + (row &+ 3) &* product.startStride)
    let stride = product.rowStride
    var a = product.a + row &* stride
    var b = product.b + column
    for _ in 0..<product.depth {
      let strip = Strip(b)
      row0.add(a[0], times: strip)
      row1.add(a[stride], times: strip)
      row2.add(a[2 &* stride], times: strip)
      row3.add(a[3 &* stride], times: strip)
      a += product.depthStride
      b += product.bStride
    }
    finish(row0, product, row: row, column: column)
    finish(row1, product, row: row &+ 1, column: column)
    finish(row2, product, row: row &+ 2, column: column)
    finish(row3, product, row: row &+ 3, column: column)
  }

  @inline(__always)
  private static func multiplyOneRow(_ product: MatrixProduct, row: Int, column: Int) {
    var sum = Strip(product.start + (row &* product.startStride &+ column))
    var a = product.a + row &* product.rowStride
    var b = product.b + column
    for _ in 0..<product.depth {
      sum.add(a[0], times: Strip(b))
      a += product.depthStride
      b += product.bStride
    }
    finish(sum, product, row: row, column: column)
  }

  @inline(__always)
  private static func finish(_ sum: Strip, _ product: MatrixProduct, row: Int, column: Int) {
    let place = row &* product.cStride &+ column
    sum.store(product.c + place)
    if let scaled = product.scaled { sum.scale(scaled + place) }
  }

  /// Eight neighbouring elements of a row.
  private struct Strip {
    var left: Lanes
    var right: Lanes

    @inline(__always)
    init(_ floats: UnsafePointer<Float>) {
      left = floats.lanes(0)
      right = floats.lanes(4)
    }

    @inline(__always)
    mutating func add(_ factor: Float, times strip: Strip) {
      let factors = Lanes(repeating: factor)
      left += factors * strip.left
      right += factors * strip.right
    }

    @inline(__always)
    func store(_ floats: UnsafeMutablePointer<Float>) {
      floats.store(left, 0)
      floats.store(right, 4)
    }

    /// Multiplies other numbers by these.
    @inline(__always)
    func scale(_ floats: UnsafeMutablePointer<Float>) {
      floats.store(floats.lanes(0) * left, 0)
      floats.store(floats.lanes(4) * right, 4)
    }
  }
}
