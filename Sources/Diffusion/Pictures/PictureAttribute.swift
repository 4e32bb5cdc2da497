/// Something that is said of every picture by one word of several, such as its colour.
public struct PictureAttribute: Codable, Hashable, Sendable {
  public let name: String
  /// The words for it; a picture's trait is an index into them.
  public let words: [String]

  public init(name: String, words: [String]) {
    self.name = name
    self.words = words
  }
}

extension PictureAttribute {
  static let digit = PictureAttribute(
    name: "digit",
    words: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])
  static let colour = PictureAttribute(name: "colour", words: DigitColour.all.map(\.word))
  static let weight = PictureAttribute(name: "weight", words: ["thin", "bold"])
  static let lean = PictureAttribute(name: "lean", words: ["left", "upright", "right"])
  static let size = PictureAttribute(name: "size", words: ["small", "large"])
  static let loops = PictureAttribute(name: "loops", words: ["plain", "looped"])
}
