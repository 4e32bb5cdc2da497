import Testing

@testable import Diffusion

@Suite("What an assignment earns")
struct AssignmentTests {
  private static func part(isLowerBetter: Bool) -> AssignmentPart {
    let values = isLowerBetter ? [0.1, 0.2] : [0.9, 0.5]
    return AssignmentPart(
      name: "", experiment: Experiment(), subject: .samples(EvaluationMetric(.chamfer)),
      figure: "chamfer_mean", isLowerBetter: isLowerBetter, mostCalls: nil,
      thresholds: zip(values, [100, 50]).map { Threshold(value: $0, points: $1) })
  }

  @Test("A better value never earns less, and no number earns nothing", arguments: [true, false])
  func monotone(isLowerBetter: Bool) {
    let part = Self.part(isLowerBetter: isLowerBetter)
    let values = stride(from: 0.0, through: 1, by: 0.05)
    for (one, other) in zip(values, values.dropFirst()) {
      let (better, worse) = isLowerBetter ? (one, other) : (other, one)
      #expect(part.isBetter(better, than: worse) && !part.isBetter(worse, than: better))
      let points = [better, worse].map { part.threshold(metBy: $0)?.points ?? 0 }
      #expect(points[0] >= points[1])
    }
    #expect(part.threshold(metBy: part.thresholds[0].value)?.points == 100)
    #expect(part.threshold(metBy: .nan) == nil && !part.isBetter(.nan, than: 1))
    #expect(part.isBetter(1, than: .nan))
  }

  @Test("The field error is 0 for the exact field, 1 for zeros, and has no scale")
  func fieldError() {
    let exact = [Point(1, 2), Point(-3, 0.5), Point(0, 4)]
    let given = [Point(1.5, 2), Point(-3, 0), Point(1, 4)]
    #expect(FieldJudgement.error(of: exact, against: exact) == 0)
    #expect(FieldJudgement.error(of: exact.map { _ in .zero }, against: exact) == 1)
    let error = FieldJudgement.error(of: given, against: exact)
    let scaled = FieldJudgement.error(of: given.map { 4 * $0 }, against: exact.map { 4 * $0 })
    #expect(error == scaled && abs(error - (1.5 / 30.25).squareRoot()) < 1e-15)
  }

  @Test("Evaluations know the Chamfer distance, with that of real data beside it")
  func chamfer() throws {
    let laboratory = try Laboratory(Experiment())
    var stream = Randomness(seed: 3).stream(.data)
    let samples = laboratory.mixture.draw(60, from: &stream).points.map { 1.5 * $0 }
    let set = SampleSet(of: samples, origin: nil, in: laboratory)
    func nearest(_ points: [Point], _ others: [Point]) -> [Double] {
      points.map { point in others.map { (point - $0).length }.min() ?? 0 }
    }
    func brute(_ power: Double, _ cloud: [Point]) -> Double {
      let both = [(set.reference, cloud), (cloud, set.reference)].map { nearest($0.0, $0.1) }
      return both.reduce(0) { sum, distances in
        sum + distances.reduce(0) { $0 + (power == 2 ? $1 * $1 : $1) } / Double(distances.count)
      }
    }
    let metric = try #require(EvaluationMetric.ofClouds(workingOut: "chamfer_squared_mean"))
    let figures = try metric.figures(of: set)
    for (name, power) in [("chamfer_mean", 1.0), ("chamfer_squared_mean", 2)] {
      let figure = try #require(figures.first { $0.name == name })
      #expect(abs(figure.value - brute(power, samples)) < 1e-12)
      let floors = set.others.map { brute(power, $0) }
      let mean = floors.reduce(0, +) / Double(floors.count)
      #expect(abs(try #require(figure.floor) - mean) < 1e-12)
    }
    #expect(EvaluationMetric.ofClouds(workingOut: "label_accuracy") == nil)
  }
}
