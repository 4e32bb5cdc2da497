/// The two directions in which pictures differ most: the best linear auto-encoder of two numbers
/// (Baldi and Hornik 1989), by which pictures are points of the plane before any network has learned.
/// All are brought to one brightness first, the root of the sum of their squares, so that no bright
/// one is far from the others.
public struct PrincipalPlane: Sendable {
  /// The mean picture.
  public let mean: [Double]
  /// Two orthonormal directions, the first one with the larger variance.
  public let directions: [[Double]]
  /// What places are divided by.
  var unit = 1.0

  /// - Parameter pictures: at least two, all with as many numbers.
  public init(of pictures: [[Float]]) {
    let pictures = pictures.map(Self.evened)
    let count = Double(pictures.count)
    let width = pictures[0].count
    var mean = [Double](repeating: 0, count: width)
    for picture in pictures {
      for (index, value) in picture.enumerated() { mean[index] += value }
    }
    mean = mean.map { $0 / count }
    let centred = pictures.map { picture in zip(picture, mean).map { $0 - $1 } }
    self.mean = mean
    var directions: [[Double]] = []
    for number in 0..<2 {
      var direction = (0..<width).map { Double(($0 * 7 + number * 3) % 11) - 5 }
      for _ in 0..<Self.rounds {
        var next = [Double](repeating: 0, count: width)
        for picture in centred {
          let share = Self.product(picture, direction)
          for index in 0..<width { next[index] += share * picture[index] }
        }
        for known in directions {
          let share = Self.product(next, known)
          for index in 0..<width { next[index] -= share * known[index] }
        }
        let length = Self.product(next, next).squareRoot()
        direction = length > 0 ? next.map { $0 / length } : direction.map { _ in 0 }
      }
      directions.append(direction)
    }
    self.directions = directions
  }

  /// How often directions are turned by the covariance (power iteration).
  private static let rounds = 60

  /// Where a picture lies.
  public func point(of picture: [Float]) -> Point {
    let picture = Self.evened(picture)
    var point = Point.zero
    for index in picture.indices {
      let offset = picture[index] - mean[index]
      point += offset * Point(directions[0][index], directions[1][index])
    }
    return point / unit
  }

  /// A picture at the brightness of all.
  private static func evened(_ picture: [Float]) -> [Double] {
    let values = picture.map(Double.init)
    let length = product(values, values).squareRoot()
    return length > 0 ? values.map { $0 / length } : values
  }

  private static func product(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
