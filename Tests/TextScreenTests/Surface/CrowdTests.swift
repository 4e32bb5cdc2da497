import Testing

@testable import TextScreen

@Suite("How crowded the cells of a cloud are")
struct CrowdTests {
  @Test func moreHitsAreNeverDimmer() {
    let hits: [Float] = (0..<40).map { Float($0 * $0) }
    let crowd = Crowd(hits: hits, width: 40, height: 1, featureless: 40)
    let steps = crowd.inks.map { $0.densityStep ?? -1 }
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(steps.first == 0 && steps.last == Ink.densitySteps - 1)
  }

  @Test func aFeaturelessCloudLiesInTheMiddleOfTheRamp() {
    let crowd = Crowd(
      hits: [Float](repeating: 10, count: 50), width: 10, height: 5, featureless: 10)
    #expect(crowd.inks.count == 50)
    #expect(crowd.inks.allSatisfy { (2...4).contains($0.densityStep ?? -1) })
  }

  @Test func crowdingDoesNotDependOnHowManyPointsThereAre() {
    let hits: [Float] = [0, 1, 3, 9, 27, 9, 3, 1, 0]
    let few = Crowd(hits: hits, width: 9, height: 1, featureless: 4)
    let many = Crowd(hits: hits.map { 64 * $0 }, width: 9, height: 1, featureless: 256)
    #expect(few.inks == many.inks)
  }

  @Test("A canvas is as crowded as its hits")
  func canvas() {
    var canvas = DotCanvas(size: Size(columns: 5, rows: 2), dots: .braille)
    for x in 0..<10 { for _ in 0...(x * x) { canvas.plot(x: x, y: 1, ink: .plain) } }
    let hits = (0..<10).map { Float(canvas.hits(column: $0 % 5, row: $0 / 5)) }
    #expect(hits.max() == 147)
    let expected = Crowd(hits: hits, width: 5, height: 2, featureless: 20)
    #expect(Crowd(canvas, featureless: 20).inks == expected.inks)
    #expect(Set(expected.inks).count > 3)
  }
}
