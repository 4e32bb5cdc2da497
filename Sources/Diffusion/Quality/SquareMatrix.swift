/// A square matrix of doubles, row by row.
struct SquareMatrix: Sendable, Equatable {
  let size: Int
  private var values: [Double]

  init(zeros size: Int) {
    self.size = size
    values = [Double](repeating: 0, count: size * size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * size + column] }
    set { values[row * size + column] = newValue }
  }

  var trace: Double { (0..<size).reduce(0) { $0 + self[$1, $1] } }

  /// The mean of the matrix and its transpose: without the rounding that tells them apart.
  var symmetric: SquareMatrix {
    var result = self
    for row in 0..<size {
      for column in 0..<size { result[row, column] = (self[row, column] + self[column, row]) / 2 }
    }
    return result
  }

  func times(_ other: SquareMatrix) -> SquareMatrix {
    var result = SquareMatrix(zeros: size)
    for row in 0..<size {
      for inner in 0..<size {
        let factor = self[row, inner]
        for column in 0..<size { result[row, column] += factor * other[inner, column] }
      }
    }
    return result
  }

  /// The eigenvalues of a symmetric matrix.
  var eigenvalues: [Double] { decomposed.values }

  /// The symmetric root of a symmetric matrix without negative eigenvalues; those that rounding has
  /// made negative count as 0.
  var squareRoot: SquareMatrix {
    let (eigenvalues, vectors) = decomposed
    var result = SquareMatrix(zeros: size)
    for (number, eigenvalue) in eigenvalues.enumerated() {
      let root = max(0, eigenvalue).squareRoot()
      for row in 0..<size {
        let factor = root * vectors[row, number]
        for column in 0..<size { result[row, column] += factor * vectors[column, number] }
      }
    }
    return result
  }

  /// Eigenvalues and eigenvectors, in columns, of a symmetric matrix (Jacobi 1846, cyclic).
  private var decomposed: (values: [Double], vectors: SquareMatrix) {
    var matrix = self
    var vectors = SquareMatrix(zeros: size)
    for index in 0..<size { vectors[index, index] = 1 }
    for _ in 0..<Self.mostSweeps {
      var (beside, all) = (0.0, 0.0)
      for row in 0..<size {
        for column in 0..<size {
          let square = matrix[row, column] * matrix[row, column]
          all += square
          if row != column { beside += square }
        }
      }
      if beside <= all * 1e-32 { break }
      for row in 0..<size {
        for column in (row + 1)..<max(size, row + 1) {
          matrix.rotate(row, column, turning: &vectors)
        }
      }
    }
    return ((0..<size).map { matrix[$0, $0] }, vectors)
  }

  private static let mostSweeps = 60

  /// Makes one pair of elements off the diagonal zero.
  private mutating func rotate(_ p: Int, _ q: Int, turning vectors: inout SquareMatrix) {
    let element = self[p, q]
    if element == 0 { return }
    let angle = (self[q, q] - self[p, p]) / (2 * element)
    let tangent = (angle < 0 ? -1 : 1) / (abs(angle) + (angle * angle + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for index in 0..<size {
      let (one, other) = (self[index, p], self[index, q])
      self[index, p] = cosine * one - sine * other
      self[index, q] = sine * one + cosine * other
    }
    for index in 0..<size {
      let (one, other) = (self[p, index], self[q, index])
      self[p, index] = cosine * one - sine * other
      self[q, index] = sine * one + cosine * other
    }
    for index in 0..<size {
      let (one, other) = (vectors[index, p], vectors[index, q])
      vectors[index, p] = cosine * one - sine * other
      vectors[index, q] = sine * one + cosine * other
    }
  }
}
