import Foundation

/// A colour of the sRGB space.
public struct RGB: Sendable, Hashable {
  /// 0 to 255, as green and blue.
  public let red: UInt8
  public let green: UInt8
  public let blue: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// From the usual hexadecimal notation, `0xRRGGBB`.
  public init(_ hex: UInt32) {
    red = UInt8(hex >> 16 & 0xFF)
    green = UInt8(hex >> 8 & 0xFF)
    blue = UInt8(hex & 0xFF)
  }

  /// From the answer of a terminal that was asked for a colour, `rgb:RRRR/GGGG/BBBB` with one to
  /// four hexadecimal digits each (XParseColor); nil if it is none.
  public init?(reported text: String) {
    let channels = text.split(separator: ":", omittingEmptySubsequences: false)
    guard channels.count == 2, channels[0] == "rgb" || channels[0] == "rgba" else { return nil }
    let shares = channels[1].split(separator: "/", omittingEmptySubsequences: false).compactMap {
      digits -> Double? in
      guard (1...4).contains(digits.count), let value = UInt32(digits, radix: 16) else {
        return nil
      }
      return Double(value) / Double(UInt32(1) << (4 * UInt32(digits.count)) - 1)
    }
    guard shares.count == channels[0].count else { return nil }
    let bytes = shares.map { UInt8((255 * $0).rounded()) }
    self.init(red: bytes[0], green: bytes[1], blue: bytes[2])
  }

  /// Relative luminance, 0...1 (WCAG 2: linear light, weighted by the eye's sensitivity).
  public var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// The contrast of two colours, 1...21 (WCAG 2).
  public func contrast(with other: RGB) -> Double {
    let (darker, lighter) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// Squared distance, weighted by how much the eye makes of each channel (Riemersma's
  /// "redmean": close to CIELUV at a tenth of the work).
  func distance(to other: RGB) -> Double {
    let mean = (Double(red) + Double(other.red)) / 2
    let (r, g, b) = (
      Double(red) - Double(other.red), Double(green) - Double(other.green),
      Double(blue) - Double(other.blue)
    )
    return (2 + mean / 256) * r * r + 4 * g * g + (2 + (255 - mean) / 256) * b * b
  }

  private static func linear(_ channel: UInt8) -> Double {
    let share = Double(channel) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
