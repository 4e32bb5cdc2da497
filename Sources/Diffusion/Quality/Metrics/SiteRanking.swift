/// The few sites that cost least, the best first.
struct SiteRanking {
  /// The most sites it keeps.
  let capacity: Int
  private var count = 0
  private var keptSites: [Int]
  private var keptGains: [Double]

  /// - Parameter capacity: at least 1.
  init(capacity: Int) {
    self.capacity = capacity
    keptSites = [Int](repeating: 0, count: capacity)
    keptGains = [Double](repeating: 0, count: capacity)
  }

  /// The sites, and what each costs less its price.
  var sites: ArraySlice<Int> { keptSites[..<count] }
  var gains: ArraySlice<Double> { keptGains[..<count] }

  /// What a site must stay below to be kept.
  private(set) var limit = Double.infinity

  /// - Parameter most: what sites must stay below from the beginning.
  mutating func removeAll(below most: Double) {
    count = 0
    limit = most
  }

  /// Keeps a site whose gain is below the limit, in place of the last one where there is no room.
  mutating func insert(_ site: Int, _ gain: Double) {
    var place = min(count, capacity - 1)
    while place > 0, keptGains[place - 1] > gain {
      keptSites[place] = keptSites[place - 1]
      keptGains[place] = keptGains[place - 1]
      place -= 1
    }
    keptSites[place] = site
    keptGains[place] = gain
    count = min(count + 1, capacity)
    if count == capacity { limit = keptGains[capacity - 1] }
  }
}
