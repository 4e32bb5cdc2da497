/// The colours of a theme before they become its table.
struct Palette {
  var ink: UInt32 = 0xD4D6DB
  var paper: UInt32 = 0x14161B
  var named: [Ink: UInt32] = [:]
  var density: [UInt32] = []
  /// The same steps in the other ramp.
  var cividis: [UInt32] = []
  var strength: [UInt32] = []
  var labels: [UInt32] = []
  var trails: [UInt32] = []

  /// Whether the theme has colours, and so shows paints.
  var paints: Bool { !named.isEmpty }

  func colour(of ink: Ink) -> RGB? {
    table[ink].map { RGB($0) }
  }

  private var table: [Ink: UInt32] {
    var table = named
    for (step, hex) in density.enumerated() { table[.density(step)] = hex }
    for (step, hex) in strength.enumerated() { table[.strength(step)] = hex }
    for (index, hex) in labels.enumerated() { table[.label(index)] = hex }
    for (index, hex) in trails.enumerated() { table[.trail(index)] = hex }
    return table
  }
}
