import Foundation

/// The strokes of the digits, in a box of width 1 and height 1.6 whose corner of the origin is at the
/// top left; each stroke is a chain of straight pieces.
enum DigitStrokes {
  typealias Stroke = [SIMD2<Double>]

  /// The digit without and with loops: the loop of a two, the bar of a seven, a closed four and so
  /// on. Digits that have none look the same in both.
  static func strokes(of digit: Int, isLooped: Bool) -> [Stroke] {
    switch digit {
    case 0:
      let ring = arc(centre: (0.5, 0.8), radii: (0.5, 0.8), from: 0, to: 360)
      return isLooped ? [ring, line((0.25, 1.2), (0.75, 0.4))] : [ring]
    case 1:
      let stem = [line((0.5, 0), (0.5, 1.6))]
      return isLooped
        ? stem + [line((0.15, 0.4), (0.5, 0)), line((0.1, 1.6), (0.9, 1.6))] : stem
    case 2:
      let bow = arc(centre: (0.5, 0.45), radii: (0.45, 0.45), from: 200, to: 390)
      let foot = line((0.05, 1.6), (1, 1.6))
      return isLooped
        ? [bow + arc(centre: (0.22, 1.38), radii: (0.22, 0.22), from: 0, to: 330), foot]
        : [bow + line((0.05, 1.6), (1, 1.6))]
    case 3:
      let belly = arc(centre: (0.42, 1.12), radii: (0.5, 0.48), from: 270, to: 500)
      return isLooped
        ? [line((0.05, 0), (0.9, 0)), line((0.9, 0), (0.42, 0.64)), belly]
        : [arc(centre: (0.42, 0.36), radii: (0.45, 0.36), from: 215, to: 450), belly]
    case 4:
      let stem = line((0.75, isLooped ? 0 : 0.45), (0.75, 1.6))
      let arm = isLooped ? line((0.75, 0), (0, 1.05)) : line((0.3, 0), (0, 1.05))
      return [stem, arm + line((0, 1.05), (1, 1.05))]
    case 5:
      let hook = line((0.12, 0), (0.08, 0.68))
      return [
        line((0.9, 0), (0.12, 0)) + hook
          + arc(centre: (0.42, 1.1), radii: (0.52, 0.5), from: 225, to: 505)
      ]
    case 6:
      let back = arc(centre: (0.85, 1.05), radii: (0.85, 1.05), from: 265, to: 180)
      return [back, arc(centre: (0.5, 1.12), radii: (0.48, 0.46), from: 0, to: 360)]
    case 7:
      let roof = line((0, 0), (0.95, 0)) + line((0.95, 0), (0.35, 1.6))
      return isLooped ? [roof, line((0.25, 0.8), (0.95, 0.8))] : [roof]
    case 8:
      return [
        arc(centre: (0.5, 0.38), radii: (0.4, 0.38), from: 0, to: 360),
        arc(centre: (0.5, 1.18), radii: (0.5, 0.42), from: 0, to: 360),
      ]
    default:
      let head = arc(centre: (0.5, 0.48), radii: (0.48, 0.46), from: 0, to: 360)
      return isLooped
        ? [
          head, line((0.98, 0.48), (0.9, 1.2)),
          arc(
            centre: (0.5, 1.2), radii: (0.4, 0.4), from: 0, to: 140),
        ]
        : [head, line((0.98, 0.48), (0.8, 1.6))]
    }
  }

  private static func line(_ from: (Double, Double), _ to: (Double, Double)) -> Stroke {
    [SIMD2(from.0, from.1), SIMD2(to.0, to.1)]
  }

  /// Part of an ellipse; angles are in degrees, from the right and clockwise.
  private static func arc(
    centre: (Double, Double), radii: (Double, Double), from: Double, to: Double
  ) -> Stroke {
    let pieces = max(3, Int(abs(to - from) / 36))
    return (0...pieces).map { piece in
      let angle = (from + (to - from) * Double(piece) / Double(pieces)) * .pi / 180
      return SIMD2(centre.0 + radii.0 * cos(angle), centre.1 + radii.1 * sin(angle))
    }
  }
}
