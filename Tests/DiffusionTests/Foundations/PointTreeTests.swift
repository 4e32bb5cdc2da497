import Testing

@testable import Diffusion

@Suite struct PointTreeTests {
  private func clouds() -> [[Point]] {
    var stream = Randomness(seed: 21).stream(.data)
    let cloud = stream.normalPoints(300)
    return [
      cloud, [.zero], cloud.map { Point($0.x, 0) }, cloud.map { Point(3, $0.y) },
      [Point](repeating: Point(1, 2), count: 50), cloud + cloud + [Point(1e9, -1e9)],
    ]
  }

  @Test("The nearest point is that of all, looked at one by one")
  func nearest() {
    var stream = Randomness(seed: 22).stream(.data)
    for cloud in clouds() {
      let tree = PointTree(cloud)
      for place in stream.normalPoints(40) {
        let wanted = cloud.map { ($0 - place).squaredLength }.min()
        #expect(tree.squaredDistance(toNearest: place) == wanted)
      }
      for index in cloud.indices.prefix(30) {
        let wanted = cloud.indices.filter { $0 != index }
          .map { (cloud[$0] - cloud[index]).squaredLength }.min()
        #expect(
          tree.squaredDistance(toNearest: cloud[index], otherThan: index) == wanted ?? .infinity)
      }
    }
  }

  @Test("Leaves hold every point once, in a box around them")
  func leaves() {
    for cloud in clouds() {
      let tree = PointTree(cloud, leafSize: 10)
      #expect(tree.order.sorted() == Array(cloud.indices))
      #expect(tree.leaves.flatMap { Array($0.range) } == Array(cloud.indices))
      for box in tree.leaves {
        #expect(box.range.count <= 10)
        for index in tree.order[box.range] { #expect(box.squaredDistance(to: cloud[index]) == 0) }
      }
    }
  }
}
