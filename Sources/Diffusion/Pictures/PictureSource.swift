/// Where pictures come from: drawn by the program, or given.
public enum PictureSource: Codable, Hashable, Sendable {
  /// Digits of strokes, 8 by 8 pixels, with style, size and colour.
  case digits
  /// Pictures of a file, with labels.
  case given(GivenPictures)

  /// What is said of every picture, the subject first.
  public var attributes: [PictureAttribute] {
    switch self {
    case .digits: [.digit, .colour, .weight, .lean, .size, .loops]
    case .given(let pictures): [PictureAttribute(name: "label", words: pictures.labels)]
    }
  }

  public var shape: PictureShape {
    switch self {
    case .digits: PictureShape(width: 8, height: 8)
    case .given(let pictures): pictures.shape
    }
  }

  /// Whether pictures are of several colours, each of one.
  public var hasColours: Bool { self == .digits }

  /// What it is called in titles and files.
  public var title: String {
    switch self {
    case .digits: "Digits"
    case .given(let pictures): "\(pictures.pictures.count) pictures of \(pictures.name)"
    }
  }

  /// A picture drawn at random, with given traits where they are said.
  ///
  /// - Parameter traits: for each attribute the index of a word; nil for any.
  public func picture(
    with traits: [Int?] = [], from stream: inout RandomStream
  ) -> Picture {
    switch self {
    case .digits:
      let all = attributes.enumerated().map { index, attribute in
        let drawn = Int(stream.next() % UInt64(attribute.words.count))
        return (traits.indices.contains(index) ? traits[index] : nil) ?? drawn
      }
      let hand = DigitHand(traits: all, from: &stream)
      return Picture(pixels: hand.pixels(in: shape), traits: all)
    case .given(let pictures):
      let wanted = traits.first ?? nil
      return pictures.picture(labelled: wanted, from: &stream)
    }
  }

  /// Whether pictures can be drawn in two sizes.
  public var hasLarger: Bool { self == .digits }

  /// A picture drawn at random in its own size and twice as large; nil where there is one size.
  func pair(
    from stream: inout RandomStream
  ) -> (traits: [Int], small: [Float], large: [Float])? {
    guard hasLarger else { return nil }
    let traits = attributes.map { Int(stream.next() % UInt64($0.words.count)) }
    let hand = DigitHand(traits: traits, from: &stream)
    return (traits, hand.pixels(in: shape), hand.pixels(in: shape.larger))
  }

  /// Pictures drawn at random.
  public func pictures(_ count: Int, from stream: inout RandomStream) -> [Picture] {
    (0..<count).map { _ in picture(from: &stream) }
  }
}
