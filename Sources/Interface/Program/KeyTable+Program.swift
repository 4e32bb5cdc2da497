import TextScreen

/// The keys of the program itself.
extension KeyTable {
  static let program: [KeyBinding] = [
    KeyBinding(
      [.character("?"), .function(1)], .program, "this help", brief: "help", .overlay(.toggleHelp)),
    KeyBinding(
      [.character(":")], .program, "command line, with completion and history", brief: "command",
      .line(.openCommandLine(""))),
    KeyBinding(
      [.character("/"), .control("p")], .program, "find anything that can be done", brief: "find",
      .line(.openPalette)),
    KeyBinding([.control("s")], .program, "save the weights", .sharing(.saveWeights)),
    KeyBinding(
      [.character("S")], .program, "save the experiment as a preset", .sharing(.savePreset)),
    KeyBinding(
      [.character("E")], .program, "share: command line, picture, points, preset, weights",
      .overlay(.open(.sharing))),
    KeyBinding([.escape], .program, "one level back", brief: "back", .overlay(.back)),
    KeyBinding([.control("l")], .program, "draw the screen again", .program(.repaint)),
    KeyBinding([.control("z")], .program, "suspend", .program(.suspend)),
  ]
}
