/// A colour that digits are drawn in, on black.
struct DigitColour: Sendable {
  let word: String
  /// Red, green and blue, from 0 to 1.
  let ink: SIMD3<Float>

  static let all = [
    DigitColour(word: "red", ink: SIMD3(1, 0.15, 0.1)),
    DigitColour(word: "green", ink: SIMD3(0.1, 0.9, 0.2)),
    DigitColour(word: "blue", ink: SIMD3(0.15, 0.3, 1)),
    DigitColour(word: "yellow", ink: SIMD3(1, 0.9, 0.1)),
    DigitColour(word: "magenta", ink: SIMD3(1, 0.15, 0.9)),
    DigitColour(word: "white", ink: SIMD3(1, 1, 1)),
  ]
}
