/// The panels of a full screen beside the plane, with their heights.
struct PanelColumn {
  /// From above.
  let places: [(panel: Panel, height: Int)]

  /// From this height on there are rows to spare for all.
  private static let tall = 36
  /// The least height in which the panels that are always there have something to show.
  private static let least = 26

  /// - Parameters:
  ///   - panels: those that can have the keys, the leading one first.
  ///   - focus: the one with the keys.
  init(_ panels: [Panel], focus: Panel, height: Int) {
    let standing = panels.filter { !$0.isSometimes }
    let passing = panels.filter(\.isSometimes)
    guard let last = standing.last, !passing.isEmpty else {
      places = Self.share(height, among: standing)
      return
    }
    let each = min(13, max(9, height / 4))
    let rest = height - each * passing.count
    if rest >= Self.least {
      let shared = Self.share(rest, among: standing)
      places =
        Array(shared.dropLast()) + passing.map { (panel: $0, height: each) }
        + Array(shared.suffix(1))
    } else {
      // Where all have no room, one of those that come and go takes that of the last, unless that
      // is looked at.
      let chosen = (passing + [last]).first { $0 == focus } ?? passing[0]
      let shared = Self.share(height, among: standing)
      places =
        Array(shared.dropLast()) + shared.suffix(1).map { (panel: chosen, height: $0.height) }
    }
  }

  /// What a tall screen has to spare goes to all, and what the others cannot use to the first.
  private static func share(
    _ total: Int, among panels: [Panel]
  ) -> [(panel: Panel, height: Int)] {
    let isTall = total >= tall
    let extra = isTall ? min(4, (total - tall) / 4) : 0
    let others = panels.dropFirst().map { panel in
      (panel: panel, height: isTall ? panel.height.tall + extra : panel.height.low)
    }
    let first = max(0, total - others.reduce(0) { $0 + $1.height })
    return panels.prefix(1).map { (panel: $0, height: first) } + others
  }
}
