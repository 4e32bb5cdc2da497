/// The Fréchet distance between two sets of feature vectors, FID where the features are those of a
/// classifier of pictures (Heusel et al. 2017): `|a - b|² + tr(A + B - 2 (A B)^½)` of their means and
/// covariances, which are divided by n - 1.
///
/// `tr (A B)^½` is the sum of the roots of the eigenvalues of `A^½ B A^½`, which is symmetric, so that
/// no complex numbers come up and covariances need not be of full rank.
public enum FeatureDistance {
  /// - Parameters:
  ///   - one: at least two vectors of one length.
  ///   - other: the same.
  public static func frechet(_ one: [[Double]], _ other: [[Double]]) -> Double {
    let (a, b) = (Moments(of: one), Moments(of: other))
    let offset = zip(a.mean, b.mean).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let root = a.covariance.squareRoot
    let roots = root.times(b.covariance).times(root).symmetric.eigenvalues
      .reduce(0) { $0 + max(0, $1).squareRoot() }
    return offset + a.covariance.trace + b.covariance.trace - 2 * roots
  }

  /// Mean and covariance of vectors.
  struct Moments {
    let mean: [Double]
    let covariance: SquareMatrix

    init(of vectors: [[Double]]) {
      let width = vectors[0].count
      let count = Double(vectors.count)
      var mean = [Double](repeating: 0, count: width)
      for vector in vectors { for index in 0..<width { mean[index] += vector[index] } }
      for index in 0..<width { mean[index] /= count }
      var sums = SquareMatrix(zeros: width)
      for vector in vectors {
        let offset = zip(vector, mean).map { $0 - $1 }
        for row in 0..<width {
          for column in 0...row { sums[row, column] += offset[row] * offset[column] }
        }
      }
      for row in 0..<width {
        for column in 0...row {
          sums[row, column] /= count - 1
          sums[column, row] = sums[row, column]
        }
      }
      self.mean = mean
      covariance = sums
    }
  }
}
