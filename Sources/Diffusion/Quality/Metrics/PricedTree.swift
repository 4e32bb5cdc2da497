/// Places with prices, sorted into boxes: finds those that cost least less their price.
///
/// The price is a third coordinate in which the nearest is looked for (Mérigot 2011): every box of a
/// k-d tree knows the highest price in it, and with that no more than what its best can be.
struct PricedTree {
  struct Site {
    let place: Point
    /// What arriving is worth; minus infinity for one that is not to be found.
    var price: Double
  }

  private struct Box {
    let low: Point
    let high: Point
    let range: Range<Int>
    /// The index of the second half, the first being the next; 0 for a leaf.
    let second: Int
    let parent: Int
    var price: Double
  }

  let kind: ExactTransport.Cost
  private(set) var sites: [Site]
  private var boxes: [Box]
  private var leaves: [Int32]

  /// A tree of points at which all prices are 0.
  init(_ cloud: MassPoints, kind: ExactTransport.Cost) {
    self.kind = kind
    sites = cloud.points.map { Site(place: $0, price: 0) }
    leaves = [Int32](repeating: 0, count: sites.count)
    var parents = [Int](repeating: 0, count: cloud.tree.boxes.count)
    for (index, box) in cloud.tree.boxes.enumerated() {
      if let second = box.second {
        parents[index + 1] = index
        parents[second] = index
      } else {
        for site in box.range { leaves[site] = Int32(index) }
      }
    }
    boxes = zip(cloud.tree.boxes, parents).map { box, parent in
      Box(
        low: box.low, high: box.high, range: box.range, second: box.second ?? 0, parent: parent,
        price: 0)
    }
  }

  /// Sets all prices.
  mutating func setPrices(to price: (_ site: Int) -> Double) {
    for site in sites.indices { sites[site].price = price(site) }
    for index in boxes.indices.reversed() { boxes[index].price = highestPrice(in: index) }
  }

  /// Sets a site's price.
  mutating func setPrice(of site: Int, to price: Double) {
    sites[site].price = price
    var index = Int(leaves[site])
    while true {
      let highest = highestPrice(in: index)
      if boxes[index].price == highest { return }
      boxes[index].price = highest
      if index == 0 { return }
      index = boxes[index].parent
    }
  }

  /// The highest price in a box whose halves know theirs.
  private func highestPrice(in index: Int) -> Double {
    let second = boxes[index].second
    if second > 0 { return max(boxes[index + 1].price, boxes[second].price) }
    var highest = -Double.infinity
    for site in boxes[index].range { highest = max(highest, sites[site].price) }
    return highest
  }

  /// What it costs to move a unit of mass along an offset.
  @inline(__always)
  private func cost(of offset: Point) -> Double {
    let squared = offset.x * offset.x + offset.y * offset.y
    return kind == .distance ? squared.squareRoot() : squared
  }

  /// What a site costs from a place, less its price.
  @inline(__always)
  func gain(_ site: Int, from place: Point) -> Double {
    cost(of: sites[site].place - place) - sites[site].price
  }

  /// No more than what any site of a box costs from a place, less its price.
  @inline(__always)
  private func bound(_ index: Int, from place: Point) -> Double {
    let (low, high) = (boxes[index].low - place, place - boxes[index].high)
    // Coordinate by coordinate: `pointwiseMax` is a call, and this is asked most of all.
    let offset = Point(max(low.x, high.x, 0), max(low.y, high.y, 0))
    return cost(of: offset) - boxes[index].price
  }

  /// Fills a ranking with the sites that cost least from a place, less their prices.
  ///
  /// - Parameter limit: what sites have to stay below; what is known spares most of the search.
  func rank(
    _ ranking: inout SiteRanking, from place: Point, below limit: Double = .infinity
  ) {
    ranking.removeAll(below: limit)
    rank(0, &ranking, from: place)
  }

  private func rank(_ index: Int, _ ranking: inout SiteRanking, from place: Point) {
    let second = boxes[index].second
    if second == 0 {
      for site in boxes[index].range {
        let gain = gain(site, from: place)
        if gain < ranking.limit { ranking.insert(site, gain) }
      }
      return
    }
    let (one, other) = (bound(index + 1, from: place), bound(second, from: place))
    let (near, far) = one <= other ? (index + 1, second) : (second, index + 1)
    if min(one, other) < ranking.limit { rank(near, &ranking, from: place) }
    if max(one, other) < ranking.limit { rank(far, &ranking, from: place) }
  }

  /// Visits every site that costs no more than a limit from a place.
  func visit(from place: Point, upTo limit: Double, _ body: (_ site: Int) -> Void) {
    visit(0, from: place, upTo: limit, body)
  }

  private func visit(
    _ index: Int, from place: Point, upTo limit: Double, _ body: (_ site: Int) -> Void
  ) {
    if bound(index, from: place) > limit { return }
    let second = boxes[index].second
    if second == 0 {
      for site in boxes[index].range where gain(site, from: place) <= limit { body(site) }
      return
    }
    visit(index + 1, from: place, upTo: limit, body)
    visit(second, from: place, upTo: limit, body)
  }

  /// The cost to the farthest site from a place, if it is more than what is known.
  func farthest(from place: Point, beyond known: Double) -> Double {
    farthest(0, from: place, beyond: known)
  }

  private func farthest(_ index: Int, from place: Point, beyond known: Double) -> Double {
    let box = boxes[index]
    let reach = pointwiseMax(abs(box.low - place), abs(box.high - place))
    if cost(of: reach) <= known { return known }
    if box.second == 0 {
      return box.range.reduce(known) { max($0, cost(of: sites[$1].place - place)) }
    }
    let first = farthest(index + 1, from: place, beyond: known)
    return farthest(box.second, from: place, beyond: first)
  }

  private func abs(_ point: Point) -> Point { pointwiseMax(point, -point) }
}
