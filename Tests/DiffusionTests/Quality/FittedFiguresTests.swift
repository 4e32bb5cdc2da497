import Testing

@testable import Diffusion

@Suite("Figures that follow the data") struct FittedFiguresTests {
  private func cloud(_ count: Int, seed: UInt64) -> [Point] {
    var stream = Randomness(seed: seed).stream(.data)
    return Distribution.twoMoons.mixture().draw(count, from: &stream).points
  }

  private func figures(
    _ metric: Metric, _ name: String, _ one: [Point], _ other: [Point]
  ) throws -> [(path: [String], value: Double)] {
    try metric.measure(ComparedClouds(reference: one, generated: other)).numbers
      .filter { $0.path[0] == name }
  }

  @Test("neither shift nor unit of the data changes them", arguments: [1e-6, 0.5, 64, 1e9])
  func equivariance(scale: Double) throws {
    let (one, other) = (cloud(300, seed: 1), cloud(200, seed: 2).map { $0 + Point(0.3, 0) })
    func moved(_ points: [Point]) -> [Point] { points.map { scale * $0 + scale * Point(7, -40) } }
    for (metric, name) in [(Metric.histogram, "histogram_covering"), (.kernel, "mmd_median")] {
      let here = try figures(metric, name, one, other)
      let there = try figures(metric, name, moved(one), moved(other))
      #expect(!here.isEmpty && here.count == there.count)
      for (figure, wanted) in zip(there, here) {
        #expect(deviation(figure.value, wanted.value) < 1e-9, "\(figure.path)")
      }
    }
  }

  @Test("clouds that have nothing in common are as far apart as can be, wherever they lie")
  func disjoint() throws {
    let one = cloud(100, seed: 3).map { $0 + Point(50, 50) }
    let other = cloud(100, seed: 4).map { $0 + Point(90, 90) }
    let clouds = ComparedClouds(reference: one, generated: other)
    let all = try Metric.histogram.measure(clouds)
    let covering = all.numbers.filter { $0.path[0] == "histogram_covering" }
    let variation = covering.first { $0.path == ["histogram_covering", "delta_1e-06", "tv"] }
    #expect(variation.map { $0.value > 0.999 } == true)
    #expect(all.notes.map(\.path) == [["histogram"]])
    #expect(all.notes[0].text.hasPrefix("only 0 % of a cloud lies on the lattice"))
    let near = ComparedClouds(reference: cloud(100, seed: 3), generated: cloud(100, seed: 4))
    #expect(try Metric.histogram.measure(near).notes.isEmpty)
  }

  @Test("every point is on the lattice that covers both clouds, also equal ones and far ones")
  func covering() throws {
    let one = [Point](repeating: .zero, count: 30) + [Point(1e9, 0)]
    let other = cloud(40, seed: 5)
    let clouds = ComparedClouds(reference: one, generated: other)
    guard case .group(let group) = try Metric.histogram.measure(clouds)["histogram_covering"] else {
      Issue.record("there is no covering lattice")
      return
    }
    #expect(group["inside_X"] == .count(31) && group["inside_Y"] == .count(40))
  }

  @Test("points on one place have no median distance, and that is said")
  func onePlace() throws {
    let clouds = ComparedClouds(reference: [.zero, .zero], generated: [.zero, Point(1, 0)])
    #expect(try Metric.kernel.measure(clouds).notes.map(\.path) == [["mmd_median"]])
  }

  @Test("Chamfer distances are those of the nearest points, looked for one by one")
  func chamfer() throws {
    let (one, other) = (cloud(70, seed: 6), cloud(55, seed: 7))
    func squares(_ points: [Point], _ others: [Point]) -> [Double] {
      points.map { point in others.map { ($0 - point).squaredLength }.min() ?? 0 }
    }
    let (forth, back) = (squares(one, other), squares(other, one))
    func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }
    let found = try Metric.chamfer.measure(ComparedClouds(reference: one, generated: other))
    let wanted = [
      "chamfer_mean": mean(forth.map { $0.squareRoot() }) + mean(back.map { $0.squareRoot() }),
      "chamfer_squared_mean": mean(forth) + mean(back),
      "chamfer_squared_sum": forth.reduce(0, +) + back.reduce(0, +),
    ]
    #expect(found.count == 3)
    for (key, number) in wanted {
      guard case .number(let value) = found[key] else {
        Issue.record("there is no \(key)")
        continue
      }
      #expect(deviation(value, number) < 1e-14)
    }
  }
}
