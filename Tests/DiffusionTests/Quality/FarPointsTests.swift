import Testing

@testable import Diffusion

/// Points far out make numbers large whose differences are small: figures must not lose them.
@Suite("Metrics do not lose digits to points far out") struct FarPointsTests {
  private func cloud(_ count: Int, seed: UInt64) -> [Point] {
    var stream = Randomness(seed: seed).stream(.data)
    return Distribution.twoMoons.mixture().draw(count, from: &stream).points
  }

  private static let outliers: [(name: String, directions: [Point])] = [
    ("one", [Point(-1, -1)]), ("several", [Point(1, 0), Point(0, 1), Point(-1, 0.5)]),
    ("equal ones", [Point(1, 0), Point(1, 0), Point(1, 0)]),
  ]

  @Test(
    "Far points in both clouds cost nothing, and the others what they cost alone",
    arguments: [1e3, 1e6, 1e7, 1e8, 1e10, 1e12, 1e15])
  func outliers(distance: Double) {
    let (one, other) = (cloud(60, seed: 1), cloud(60, seed: 2))
    for kind in [ExactTransport.Cost.distance, .squaredDistance] {
      let alone = ExactTransport(from: one, to: other, cost: kind) { _ in }
      for (name, directions) in Self.outliers {
        let far = directions.map { distance * $0 }
        let both = ExactTransport(from: far + one, to: other + far.reversed(), cost: kind) { _ in }
        let wanted = alone.meanCost * 60 / Double(60 + far.count)
        #expect(abs(both.meanCost - wanted) < 1e-14 * wanted, "\(name)")
        #expect(both.certificate < 1e-28, "\(name): \(both.certificate)")
      }
      #expect(alone.certificate < 1e-28)
    }
  }

  /// Samples run away on the screen too, where nobody refuses them.
  @Test(
    "Points beyond what can be told apart are taken to be at its end",
    arguments: [1.1e100, 1e150, 1e160, 1e300, .infinity, .nan])
  func beyond(coordinate: Double) {
    let lost = [Point(coordinate, 0.5), Point(-coordinate, coordinate), Point(1, -coordinate)]
    func brought(_ number: Double) -> Double {
      number.isNaN ? 1e100 : min(max(number, -1e100), 1e100)
    }
    for count in [1, 10, 100] {
      let (one, other) = (cloud(count, seed: 7), cloud(count, seed: 8))
      for kind in [ExactTransport.Cost.distance, .squaredDistance] {
        let found = ExactTransport(from: one, to: other + lost, cost: kind) { _ in }
        let atTheEnd = lost.map { Point(brought($0.x), brought($0.y)) }
        let wanted = ExactTransport(from: one, to: other + atTheEnd, cost: kind) { _ in }
        #expect(found.meanCost == wanted.meanCost && found.meanCost.isFinite)
        #expect(found.meanCost > (kind == .distance ? 1e97 : 1e197))
      }
      #expect(Set(ExactTransport.matching(from: one + lost, to: lost + other)).count == count + 3)
    }
  }

  @Test("Also on a line, where all pairings that keep the order cost the same")
  func line() {
    let one = cloud(40, seed: 3).map { Point($0.x, 0) }
    let other = cloud(60, seed: 4).map { Point($0.x, 0) }
    let far = [Point(1e12, 0), Point(-3e11, 0)]
    let exact = LineTransport.cost(
      from: (one + far + far).map(\.x).sorted(), to: (other + far + far + far).map(\.x).sorted())
    for (kind, wanted) in [
      (ExactTransport.Cost.distance, exact.first), (.squaredDistance, exact.squared),
    ] {
      let found = ExactTransport(
        from: far + one + far, to: far + far + other + far, cost: kind
      ) { _ in }
      // 2 of 44 against 3 of 66: as many of either side are far out.
      #expect(abs(found.meanCost - wanted) < 1e-12 * wanted)
      #expect(found.certificate < 1e-28)
    }
  }

  @Test("Clouds a hundred million away have the figures they have at the origin")
  func translation() throws {
    let away = Point(1e8, -3e8)
    let one = cloud(50, seed: 5).map { $0 + away }
    let other = cloud(40, seed: 6).map { $0 + away }
    // Doubles so far out are what they are, and their differences are exact.
    let far = ComparedClouds(reference: one, generated: other)
    let near = ComparedClouds(
      reference: one.map { $0 - away }, generated: other.map { $0 - away })
    let settings = MetricSettings(entropies: [.init(name: "1", value: 1)])
    for metric in Metric.allCases {
      let there = try metric.measure(far, settings: settings).numbers
      let here = try metric.measure(near, settings: settings).numbers
      #expect(there.count == here.count)
      for (figure, wanted) in zip(there, here) where figure.path[0] != "histogram" {
        #expect(deviation(figure.value, wanted.value) < 1e-12, "\(figure.path)")
      }
    }
  }

  @Test("The energy distance with far points is what whole numbers say")
  func energy() throws {
    let far = 1 << 40
    let one = [0, 3, 4, 9, far, -far]
    let other = [1, 2, 8, 12, far + 1, -far]
    func sum(_ a: [Int], _ b: [Int]) -> Int {
      a.reduce(0) { sum, x in sum + b.reduce(0) { $0 + abs(x - $1) } }
    }
    let wanted = Double(2 * sum(one, other) - sum(one, one) - sum(other, other)) / 36
    let distinct =
      Double(sum(one, other)) / 18 - Double(sum(one, one)) / 30 - Double(sum(other, other)) / 30
    let figures = try Metric.energy.measure(
      ComparedClouds(
        reference: one.map { Point(Double($0), 0) }, generated: other.map { Point(Double($0), 0) }))
    guard case .group(let group) = figures["energy"], case .number(let biased) = group["squared_v"],
      case .number(let unbiased) = group["squared_u"]
    else {
      Issue.record("there is no energy distance")
      return
    }
    #expect(deviation(biased, wanted) < 1e-12)
    #expect(deviation(unbiased, distinct) < 1e-12)
  }

  @Test("A shift of clouds with far points is all there is between their Gaussians")
  func frechet() throws {
    let one = cloud(30, seed: 7).map { Point(($0.x * 1024).rounded(), ($0.y * 1024).rounded()) }
    for distance in [1e6, 1e9, 1e12] {
      let reference = one + [Point(distance, -distance)]
      let shifted = ComparedClouds(
        reference: reference, generated: reference.map { $0 + Point(3, 4) })
      let figures = try Metric.frechet.measure(shifted).numbers
      #expect(figures.count == 2)
      for figure in figures { #expect(deviation(figure.value, 25) < 1e-6, "\(figure)") }
    }
  }

  @Test("Coordinates up to the largest that are allowed give finite figures")
  func largest() throws {
    let clouds = ComparedClouds(
      reference: [.zero, Point(1, 0), Point(1e100, -1e100)],
      generated: [Point(0.5, 0), .zero, Point(1e100, 1e100)])
    for metric in [Metric.exactTransport, .frechet, .sliced, .energy, .chamfer] {
      for figure in try metric.measure(clouds).numbers {
        #expect(figure.value.isFinite, "\(figure.path)")
      }
    }
  }
}
