import TextScreen

extension KeyTable {
  /// What is seen, and where from; layers that have no place among the others come last.
  static let view: [KeyBinding] =
    table
    + PlaneLayer.known.compactMap(switching).filter { new in
      !table.contains { $0.keys == new.keys }
    }

  /// The key that shows and hides a layer; nil where it has no switch.
  private static func switching(_ layer: PlaneLayer) -> KeyBinding? {
    layer.toggle.map {
      KeyBinding([$0.key], .view, $0.keyTitle ?? $0.summary, .plane(.toggle(layer)))
    }
  }

  private static let table: [KeyBinding] = [
    KeyBinding(
      [.character("v")], .view, "score field: exact, learned or off", brief: "field",
      .plane(.cycleField)),
    KeyBinding(
      [.character("h")], .view,
      "shade: exact density, energy, error or curl of the network, nothing",
      .plane(.cycleGround)),
    switching(.contours),
    KeyBinding(
      [.character("F")], .view, "field as arrows, stream lines or drifting tracers",
      .plane(.cycleFlow)),
    switching(.lobes),
    KeyBinding(
      [.character("f")], .view, "film strip: the run at several levels", .plane(.toggleFilm)),
    KeyBinding(
      [.character("\"")], .view, "one coordinate of the trails against time",
      .plane(.toggleCoordinate)),
    KeyBinding(
      [.character("Z")], .view, "the panel alone in its column, or the plane alone",
      .panels(.toggleSolo)),
    switching(.trails),
    switching(.tubes),
    KeyBinding(
      [.character("k")], .view, "colour by density, by label or by decision time",
      .plane(.cycleColour)),
    KeyBinding([.character("g")], .view, "dots: Braille, half blocks, ASCII", .plane(.cycleDots)),
    KeyBinding(
      [.character("L")], .view, "colours: dark, light, high contrast, none", .plane(.cycleTheme)),
    KeyBinding([.character("+"), .character("=")], .view, "closer", .plane(.zoom(closer: true))),
    KeyBinding([.character("-")], .view, "further away", .plane(.zoom(closer: false))),
    KeyBinding([.character("0")], .view, "the whole plane", .plane(.resetCamera)),
    // The digits as on a numeric keypad: every terminal can send them.
    KeyBinding(
      [.shiftUp, .character("8")], .view, "look up", .plane(.pan(columns: 0, rows: 1))),
    KeyBinding(
      [.shiftDown, .character("2")], .view, "look down", .plane(.pan(columns: 0, rows: -1))),
    KeyBinding(
      [.character("w"), .character("4")], .view, "look left", .plane(.pan(columns: -1, rows: 0))),
    KeyBinding(
      [.character("e"), .character("6")], .view, "look right", .plane(.pan(columns: 1, rows: 0))),
    KeyBinding([.character("i")], .view, "another particle", .plane(.selectParticle(offset: 1))),
    KeyBinding(
      [.character("I")], .view, "the particle before", .plane(.selectParticle(offset: -1))),
    KeyBinding([.backTab, .character("_")], .view, "panel before", .panels(.focus(offset: -1))),
  ].compactMap(\.self)
}
