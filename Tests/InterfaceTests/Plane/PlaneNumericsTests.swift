import Diffusion
import Foundation
import Testing
import TextScreen

@testable import Interface

@Suite("What the plane works out")
struct PlaneNumericsTests {
  @Test("A coarse lattice keeps to its budget and to bilinear functions", arguments: [6, 40, 5000])
  func lattice(mostNodes: Int) {
    let size = Size(columns: 37, rows: 22)
    func value(_ x: Double, _ y: Double) -> Double { 2 - 0.5 * x + 3 * y + 0.25 * x * y }
    var asked = 0
    let lattice = CoarseLattice(size: size, mostNodes: mostNodes) { pixels in
      asked += pixels.count
      return pixels.map { value($0.x, $0.y) }
    }
    let values = lattice.interpolated()
    #expect(asked <= mostNodes && asked <= size.area)
    #expect(values.count == size.area)
    for index in values.indices {
      let expected = value(Double(index % size.columns), Double(index / size.columns))
      #expect(abs(values[index] - expected) < 1e-9)
    }
  }

  @Test("A lattice over nothing is empty", arguments: [(0, 0), (0, 5), (5, 0), (-1, 3)])
  func emptyLattice(columns: Int, rows: Int) {
    let lattice = CoarseLattice(size: Size(columns: columns, rows: rows), mostNodes: 9) { pixels in
      pixels.map { _ in 1 }
    }
    #expect(lattice.interpolated().isEmpty)
  }

  @Test func oneCoordinateThatIsNotFiniteIsFoundInAnyCloud() {
    let extremes = [0, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -1e300, 1]
    let cloud = extremes.flatMap { x in extremes.map { Point(x, $0) } }
    #expect(cloud.areAllFinite && [Point]().areAllFinite)
    for lost in [Double.nan, -.nan, .infinity, -.infinity, .signalingNaN] {
      for point in [Point(lost, 0), Point(0, lost)] {
        for place in [0, 7, cloud.count] {
          var points = cloud
          points.insert(point, at: place)
          #expect(!points.areAllFinite)
          // Two do not make up for each other.
          for second in points.indices {
            var both = points
            both[second] = point
            #expect(!both.areAllFinite)
          }
        }
      }
    }
  }
}
