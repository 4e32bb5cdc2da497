/// Which of at most 64 labels a network is told with a training sample.
struct LabelSet: Sendable, Hashable {
  static let most = UInt64.bitWidth
  /// No label: any will do.
  static let none = LabelSet(bits: 0)

  private let bits: UInt64

  private init(bits: UInt64) {
    self.bits = bits
  }

  init(_ label: Int) {
    bits = 1 << UInt64(label)
  }

  var count: Int { bits.nonzeroBitCount }

  func contains(_ label: Int) -> Bool { bits >> UInt64(label) & 1 == 1 }

  /// Tells a network of so many labels the set, in the places it has for them.
  @inline(__always)
  func write(among labels: Int, to places: UnsafeMutablePointer<Float>) {
    let value = LabelInput.value / Float(max(1, count))
    for index in 0..<labels { places[index] = contains(index) ? value : 0 }
  }

  /// A random set with a label in it, small, middling or large.
  ///
  /// How probable a set is depends on nothing but its size. So given a set that is told, each of its
  /// labels is as probable as in the data, and the network learns their mixture.
  ///
  /// - Parameter place: a number that is uniform between 0 and 1.
  init(around label: Int, among count: Int, place: Double) {
    var stream = RandomStream(seed: place.bitPattern)
    let (one, other) = (stream.next(), stream.next())
    let others =
      switch stream.next() % 3 {
      case 0: one & other
      case 1: one
      default: one | other
      }
    bits = (others & (UInt64.max >> UInt64(Self.most - count))) | 1 << UInt64(label)
  }

  /// What a network that knows labels is told with a sample.
  ///
  /// - Parameters:
  ///   - place: a number that is uniform between 0 and 1 and says nothing about the sample.
  ///   - dropout: how often it is told none.
  static func told(
    with label: Int, among count: Int, place: Double, dropout: Double
  ) -> LabelSet {
    if place < dropout { return .none }
    let rest = (place - dropout) / (1 - dropout)
    return rest < mixedShare
      ? LabelSet(around: label, among: count, place: rest) : LabelSet(label)
  }

  /// How many of the samples told with a label are told with a set around it.
  private static let mixedShare = 0.4
}
