/// A small picture with what is known of it.
public struct Picture: Codable, Hashable, Sendable {
  /// Numbers from 0 to 1, row by row from the top: red, green and blue of every pixel.
  public let pixels: [Float]
  /// For every attribute of its kind of pictures, which of its words holds: an index into them.
  public let traits: [Int]

  public init(pixels: [Float], traits: [Int]) {
    self.pixels = pixels
    self.traits = traits
  }
}
