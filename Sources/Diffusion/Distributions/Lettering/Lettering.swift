/// A word as a distribution: one narrow Gaussian on every dot of its letters, a label for each
/// letter. Spaces begin new lines.
struct Lettering {
  let word: String

  /// The most letters a word may have.
  static let mostLetters = 24

  /// The room the letters fill, in units of the plane.
  private static let width = 4.6
  private static let height = 3.8
  /// The largest distance between dots, so that a single letter does not fill the room.
  private static let largestPitch = 0.4
  /// The standard deviation of a dot, in distances between dots: strokes are even lines.
  private static let deviation = 0.4
  private static let gap = 1

  func mixture() throws(DistributionError) -> GaussianMixture {
    let lines = try lines()
    let columns = lines.map { $0.count * (Typeface.columns + Self.gap) - Self.gap }
    let rows = lines.count * (Typeface.rows + 2 * Self.gap) - 2 * Self.gap
    let pitch = min(
      Self.width / Double(columns.max() ?? 1), Self.height / Double(rows), Self.largestPitch)
    let covariance = Covariance(standardDeviation: Self.deviation * pitch)
    var seen: [Character: Int] = [:]
    var components: [GaussianMixture.Component] = []
    for (number, line) in lines.enumerated() {
      for (place, letter) in line.enumerated() {
        seen[letter, default: 0] += 1
        let label = seen[letter] == 1 ? "\(letter)" : "\(letter)\(seen[letter] ?? 0)"
        let left = place * (Typeface.columns + Self.gap)
        let top = number * (Typeface.rows + 2 * Self.gap)
        components += Self.dots(of: letter).map { dot in
          let x = Double(left + dot.column) - Double(columns[number] - 1) / 2
          let y = Double(rows - 1) / 2 - Double(top + dot.row)
          return GaussianMixture.Component(
            mean: Point(pitch * x, pitch * y), covariance: covariance, label: label)
        }
      }
    }
    do throws(MixtureError) {
      return try GaussianMixture(components: components)
    } catch {
      throw .components(error)
    }
  }

  /// The capitals of each line.
  private func lines() throws(DistributionError) -> [[Character]] {
    let lines = word.uppercased().split(separator: " ").map(Array.init)
    let letters = lines.joined()
    guard (1...Self.mostLetters).contains(letters.count) else {
      throw .wordLength(letters.count)
    }
    if let strange = letters.first(where: { Typeface.rows(of: $0) == nil }) {
      throw .letter(strange)
    }
    return lines
  }

  private static func dots(of letter: Character) -> [(column: Int, row: Int)] {
    (Typeface.rows(of: letter) ?? []).enumerated().flatMap { row, bits in
      (0..<Typeface.columns).filter { bits & (0b10000 >> UInt8($0)) != 0 }
        .map { (column: $0, row: row) }
    }
  }
}
