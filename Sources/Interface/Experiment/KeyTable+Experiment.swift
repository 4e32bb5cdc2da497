import TextScreen

/// The keys of the experiment as a whole.
extension KeyTable {
  static let data: [KeyBinding] = [
    KeyBinding(
      [.character("p")], .experiment, "presets", brief: "presets", .overlay(.open(.preset))),
    KeyBinding(
      [.character("d")], .experiment, "distribution", brief: "data", .overlay(.open(.distribution))),
  ]

  /// How noise is added, and how samples are drawn.
  static let process: [KeyBinding] = [
    KeyBinding(
      [.character("s")], .experiment, "schedule", brief: "schedule", .overlay(.open(.schedule))),
    KeyBinding([.character("a")], .experiment, "sampler", .overlay(.open(.sampler))),
    KeyBinding([.character("n")], .experiment, "number of sampling steps", .overlay(.open(.steps))),
    KeyBinding(
      [.character("N")], .experiment, "number of noising steps T", .overlay(.open(.timesteps))),
  ]

  static let history: [KeyBinding] = [
    KeyBinding([.character("x")], .experiment, "another seed", .experiment(.reseed)),
    KeyBinding(
      [.character("!")], .experiment, "notation: DDPM, EDM, flow matching",
      .experiment(.cycleNotation)),
    KeyBinding(
      [.character("u")], .experiment, "undo; the 8 latest networks come back too",
      .experiment(.undo)),
    KeyBinding([.character("U"), .control("r")], .experiment, "redo", .experiment(.redo)),
  ]
}
