import Testing

@testable import Diffusion

/// The Fréchet distance of features, FID.
@Suite struct FeatureDistanceTests {
  /// Numbers drawn with numpy; `scipy.linalg.sqrtm` of scipy 1.17.1 and the eigenvalues of the product
  /// of the covariances by numpy 2.4.6 give the distance below.
  private static let one: [[Double]] = [
    [-1.258, -1.826, 0.393, 2.499],
    [1.718, -0.041, -0.265, 0.365],
    [-0.37, -3.548, -1.061, 1.992],
    [-0.395, -0.795, -0.008, 1.278],
    [-0.72, -2.33, -0.189, 2.202],
    [0.567, -0.111, 0.856, 2.249],
    [-1.881, -4.302, -1.176, 1.922],
    [2.859, -1.648, -0.136, 2.901],
    [1.749, -0.037, 0.222, 0.963],
  ]
  private static let other: [[Double]] = [
    [-0.398, -3.089, 0.314, 2.126],
    [0.983, 1.202, 0.284, -2.763],
    [0.423, -2.491, -0.398, 0.395],
    [-0.46, -2.09, 0.152, 0.478],
    [-0.375, -1.496, 0.241, 0.217],
    [1.095, -1.591, 0.503, 1.307],
    [0.903, 0.718, 1.038, -0.047],
    [1.07, -0.887, 0.739, 1.254],
  ]
  private static let expected = 3.9469629359689753

  @Test("It is what scipy computes")
  func oracle() {
    let distance = FeatureDistance.frechet(Self.one, Self.other)
    #expect(abs(distance - Self.expected) < 1e-12 * Self.expected)
  }

  /// What `presets/studies/frechet.py` prints, by numpy's covariances and scipy's square root.
  private static let vectors: [(Int, Int, Int, Double)] = [
    (64, 64, 8, 1.6073893208578127), (200, 100, 32, 4.372583741491681),
    (1000, 1000, 32, 1.782126984215239), (40, 90, 2, 0.10302582713886221),
  ]

  @Test("It is what scipy computes of as many features as the classifier has", arguments: vectors)
  func sizes(count: Int, other: Int, width: Int, expected: Double) {
    let distance = FeatureDistance.frechet(
      Self.correlated(count, width, seed: 3), Self.correlated(other, width, seed: 5))
    #expect(abs(distance - expected) < 1e-8 * expected)
  }

  /// The vectors of that script, by the same linear congruential generator.
  private static func correlated(_ count: Int, _ width: Int, seed: Int) -> [[Double]] {
    var state = seed
    return (0..<count).map { _ in
      var before = 0.0
      return (0..<width).map { column in
        state = (1_103_515_245 * state + 12345) % (1 << 31)
        let uniform = Double(state) / Double(1 << 31) - 0.5
        defer { before = uniform }
        return Double(1 + column % 5) * uniform + 0.5 * before + 0.1 * Double(seed)
      }
    }
  }

  @Test("It is symmetric, 0 for the same set, and moves with the square of a shift")
  func laws() {
    let back = FeatureDistance.frechet(Self.other, Self.one)
    #expect(abs(back - Self.expected) < 1e-11)
    #expect(abs(FeatureDistance.frechet(Self.one, Self.one)) < 1e-10)
    let shifted = Self.one.map { [$0[0] + 3, $0[1], $0[2] - 4, $0[3]] }
    #expect(abs(FeatureDistance.frechet(Self.one, shifted) - 25) < 1e-10)
  }

  @Test("In the plane it is the metric of clouds, which is computed another way")
  func plane() throws {
    let points = { (rows: [[Double]]) in rows.map { Point($0[0], $0[1]) } }
    let clouds = ComparedClouds(reference: points(Self.one), generated: points(Self.other))
    let figures = try Metric.frechet.measure(clouds)
    guard case .number(let known)? = figures["frechet_squared_ddof1"] else {
      Issue.record("the metric gives a number")
      return
    }
    let pairs = { (rows: [[Double]]) in rows.map { [$0[0], $0[1]] } }
    let distance = FeatureDistance.frechet(pairs(Self.one), pairs(Self.other))
    #expect(abs(distance - known) < 1e-11 * known)
  }

  @Test("A feature that never changes adds nothing, and fewer vectors than features do no harm")
  func singular() {
    let wide = { (rows: [[Double]]) in rows.map { $0 + [7, $0[0] + $0[1]] } }
    let few = FeatureDistance.frechet(wide(Array(Self.one.prefix(3))), wide(Self.other))
    #expect(few.isFinite && few > 0)
    let constant = { (rows: [[Double]]) in rows.map { $0 + [7] } }
    let distance = FeatureDistance.frechet(constant(Self.one), constant(Self.other))
    #expect(abs(distance - Self.expected) < 1e-10)
  }

  @Test("Its blind spot: two clouds of one mean and covariance, however different, are at 0")
  func blindSpot() {
    // Corners of a square, and points on its axes as far out.
    let corners = [[1.0, 1], [1, -1], [-1, 1], [-1, -1]]
    let root = 2.0.squareRoot()
    let axes = [[root, 0], [-root, 0], [0, root], [0, -root]]
    #expect(abs(FeatureDistance.frechet(corners, axes)) < 1e-12)
  }
}
