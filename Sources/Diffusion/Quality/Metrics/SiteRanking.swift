/// The few sites that cost least, the best first.
struct SiteRanking {
  /// The most sites it keeps.
  let capacity: Int
  private(set) var sites: [Int] = []
  private(set) var gains: [Double] = []

  init(capacity: Int) { self.capacity = capacity }

  /// What a site must stay below to be kept.
  private(set) var limit = Double.infinity

  mutating func removeAll() {
    sites.removeAll(keepingCapacity: true)
    gains.removeAll(keepingCapacity: true)
    limit = .infinity
  }

  mutating func insert(_ site: Int, _ gain: Double) {
    if gains.count == capacity {
      sites.removeLast()
      gains.removeLast()
    }
    var place = gains.count
    sites.append(site)
    gains.append(gain)
    while place > 0, gains[place - 1] > gain {
      sites[place] = sites[place - 1]
      gains[place] = gains[place - 1]
      place -= 1
    }
    sites[place] = site
    gains[place] = gain
    if gains.count == capacity { limit = gains[capacity - 1] }
  }
}
