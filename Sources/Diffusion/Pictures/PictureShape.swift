/// The size of pictures in pixels; each pixel is three numbers from 0 to 1: red, green and blue.
public struct PictureShape: Codable, Hashable, Sendable {
  public let width: Int
  public let height: Int

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// How many numbers a picture has: row by row, from the top, red green blue.
  public var count: Int { 3 * width * height }

  /// The sides that pictures may have.
  public static let sides = 2...16
}
