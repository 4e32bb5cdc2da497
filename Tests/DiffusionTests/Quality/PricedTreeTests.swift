import Testing

@testable import Diffusion

@Suite("Trees of priced places find what looking at all finds") struct PricedTreeTests {
  private let places = ExactTransportLawTests.cloud(300, seed: 1)

  private func tree(_ kind: ExactTransport.Cost) -> (tree: PricedTree, cloud: MassPoints) {
    let cloud = MassPoints(places, masses: [Int](repeating: 1, count: places.count))
    var tree = PricedTree(cloud, kind: kind)
    tree.setPrices { price($0) }
    return (tree, cloud)
  }

  private func price(_ site: Int) -> Double { Double(site * 37 % 101) / 50 }

  @Test(arguments: [ExactTransport.Cost.distance, .squaredDistance])
  func theBestFewAreThoseOfAll(kind: ExactTransport.Cost) {
    var (tree, cloud) = tree(kind)
    var prices = cloud.points.indices.map(price)
    for site in stride(from: 0, to: 300, by: 7) {
      prices[site] = site % 2 == 0 ? -.infinity : prices[site] - 1
      tree.setPrice(of: site, to: prices[site])
    }
    var ranking = SiteRanking(capacity: 9)
    for place in ExactTransportLawTests.cloud(20, seed: 2) {
      let gains = cloud.points.indices.map { site in
        let offset = cloud.points[site] - place
        return (kind == .distance ? offset.length : offset.squaredLength) - prices[site]
      }
      let best = Array(gains.sorted().prefix(9))
      tree.rank(&ranking, from: place)
      #expect(Array(ranking.gains) == best)
      #expect(ranking.sites.map { gains[$0] } == best)
      // What is known of the worst of them changes nothing, and less than that leaves fewer.
      tree.rank(&ranking, from: place, below: best[8].nextUp)
      #expect(Array(ranking.gains) == best)
      tree.rank(&ranking, from: place, below: best[5])
      #expect(Array(ranking.gains) == best.filter { $0 < best[5] })
      var visited: [Int] = []
      tree.visit(from: place, upTo: 0.3) { visited.append($0) }
      #expect(visited.sorted() == gains.indices.filter { gains[$0] <= 0.3 })
      let farthest = cloud.points.map { ($0 - place).squaredLength }.max() ?? 0
      let found = tree.farthest(from: place, beyond: 0)
      #expect(found == (kind == .distance ? farthest.squareRoot() : farthest))
    }
  }

  @Test func coarserCloudsKeepTheMassAndItsCentre() {
    let masses = places.indices.map { 1 + $0 % 3 }
    let cloud = MassPoints(places, masses: masses)
    for size in [4, 16, 64] {
      let merged = cloud.merged(upTo: size)
      #expect(merged.count < cloud.count && merged.masses.reduce(0, +) == masses.reduce(0, +))
      func moment(_ cloud: MassPoints) -> Point {
        zip(cloud.points, cloud.masses).reduce(.zero) { $0 + Double($1.1) * $1.0 }
      }
      #expect((moment(merged) - moment(cloud)).length < 1e-9)
    }
  }
}
