/// Pictures drawn by a seed, from which batches are made: some at once, and a few more with every step
/// until there are enough, so that nobody waits for them.
struct PicturePool: Sendable {
  private(set) var pictures: [Picture] = []
  private let source: PictureSource
  private let isComplete: Bool
  private var stream: RandomStream

  /// How many pictures there are at first, and how many at most.
  private static let firstCount = 256
  private static let lastCount = 6000
  private static let growth = 16

  /// - Parameter isComplete: whether combinations that are held out are there too.
  init(of source: PictureSource, isComplete: Bool, seed: UInt64) {
    self.source = source
    self.isComplete = isComplete
    stream = Randomness(seed: seed).stream(.data, step: isComplete ? 3 : 2)
    draw(upTo: Self.firstCount)
  }

  /// A batch for the next step.
  mutating func batch(_ count: Int, from stream: inout RandomStream) -> [Picture] {
    draw(upTo: min(Self.lastCount, pictures.count + Self.growth))
    return (0..<count).map { _ in pictures[Int(stream.next() % UInt64(pictures.count))] }
  }

  /// Draws all that are still missing.
  mutating func fill() { draw(upTo: Self.lastCount) }

  private mutating func draw(upTo count: Int) {
    while pictures.count < count {
      let picture = source.picture(from: &stream)
      if isComplete || !source.isHeldOut(picture.traits) { pictures.append(picture) }
    }
  }
}

extension PictureSource {
  /// Whether a combination is kept from all parts but the classifier, which judges: each digit misses
  /// one colour, so that what was never seen together can be asked for.
  public func isHeldOut(_ traits: [Int]) -> Bool {
    switch self {
    case .digits: traits[1] == traits[0] % DigitColour.all.count
    case .given: false
    }
  }

  /// The pairs of subject and colour that are held out.
  public var heldOut: [[Int]] {
    guard case .digits = self else { return [] }
    return (0..<10).map { [$0, $0 % DigitColour.all.count] }
  }
}
