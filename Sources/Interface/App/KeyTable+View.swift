extension KeyTable {
  /// What is seen, and where from.
  static let view: [KeyBinding] = [
    KeyBinding(
      [.character("v")], .view, "score field: exact, learned or off", brief: "field", .cycleField),
    KeyBinding(
      [.character("h")], .view,
      "shade: exact density, energy, error or curl of the network, nothing",
      .cycleGround),
    KeyBinding(
      [.character("H")], .view, "contours around 50, 90 and 99 % of the exact density",
      .toggleContours),
    KeyBinding(
      [.character("F")], .view, "field as arrows, stream lines or drifting tracers", .cycleFlow),
    KeyBinding(
      [.character("P")], .view,
      "where the particle may have come from, p(x0 | x_t), and been before, p(x_t-1 | x_t)",
      .toggleLobes),
    KeyBinding([.character("f")], .view, "film strip: the run at several levels", .toggleFilm),
    KeyBinding(
      [.character("Z")], .view, "the panel alone in its column, or the plane alone", .toggleSolo),
    KeyBinding([.character("y")], .view, "trails of a few particles", .toggleTrails),
    KeyBinding(
      [.character("*")], .view, "tubes of the classes of another prior", .toggleTubes),
    KeyBinding(
      [.character("k")], .view, "colour by density, by label or by decision time", .cycleColour),
    KeyBinding([.character("g")], .view, "dots: Braille, half blocks, ASCII", .cycleDots),
    KeyBinding(
      [.character("L")], .view, "colours: dark, light, high contrast, none", .cycleTheme),
    KeyBinding([.character("+"), .character("=")], .view, "closer", .zoom(closer: true)),
    KeyBinding([.character("-")], .view, "further away", .zoom(closer: false)),
    KeyBinding([.character("0")], .view, "the whole plane", .resetCamera),
    KeyBinding([.shiftUp], .view, "look up", .pan(columns: 0, rows: 1)),
    KeyBinding([.shiftDown], .view, "look down", .pan(columns: 0, rows: -1)),
    KeyBinding([.character("w")], .view, "look left", .pan(columns: -1, rows: 0)),
    KeyBinding([.character("e")], .view, "look right", .pan(columns: 1, rows: 0)),
    KeyBinding([.character("i")], .view, "another particle", .selectParticle(offset: 1)),
    KeyBinding([.character("I")], .view, "the particle before", .selectParticle(offset: -1)),
    KeyBinding([.backTab], .view, "panel before", .focus(offset: -1)),
  ]
}
