import Foundation

/// What real data shows of the modes: where modes overlap, points of one are nearest to another, and
/// in few points chance leaves out what is rare.
public struct ModeExpectation: Sendable, Equatable {
  /// For every mode the share of real points that is nearest to it.
  public let shares: [Double]
  /// The same of those within three standard deviations.
  public let supportedShares: [Double]

  /// In closed form where the modes keep apart, else counted in many real points.
  public init(of mixture: GaussianMixture) {
    if mixture.shareWithinThree != nil {
      shares = ModeCensus.expectedShares(of: mixture)
      supportedShares = shares.map { $0 * ModeCensus.gaussianShareWithinThree }
      return
    }
    let affordable = Self.looks / mixture.components.count
    let count = min(max(Self.counts.lowerBound, affordable), Self.counts.upperBound)
    var stream = Randomness(seed: 0).stream(.reference)
    let tally = ModeCensus.tally(of: mixture.draw(count, from: &stream).points, in: mixture)
    shares = tally.counts.map { Double($0) / Double(count) }
    supportedShares = tally.supported.map { Double($0) / Double(count) }
  }

  /// How many real points are counted, and about how many distances that may take.
  private static let counts = 2_000...20_000
  private static let looks = 4_000_000

  /// The fewest points that a mode must have on its support among so many, to be found: half of what
  /// real data has there on average, or what chance leaves it in all but a hundred-thousandth of
  /// clouds of that size, whichever is less. 0 where real data itself may have none.
  public func fewest(of mode: Int, among count: Int) -> Int {
    let share = supportedShares[mode]
    let expected = share * Double(count)
    let half = Int((expected / 2).rounded(.up))
    // Half of as many is out of the reach of chance.
    guard expected < 100, share < 1 else { return half }
    var fewest = 0
    var probability = pow(1 - share, Double(count))
    var sum = probability
    while fewest < half, sum <= Self.risk {
      fewest += 1
      probability *= Double(count - fewest + 1) / Double(fewest) * share / (1 - share)
      sum += probability
    }
    return fewest
  }

  /// How likely real data may be to miss a mode.
  private static let risk = 1e-5
}
