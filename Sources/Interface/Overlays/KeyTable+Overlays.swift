import TextScreen

/// The keys of what lies over the panels.
extension KeyTable {
  static let overlays: [KeyBinding] = [
    KeyBinding([.down], .program, "next", brief: "next", .overlay(.moveSelection(1)), in: .picker),
    KeyBinding(
      [.up], .program, "previous", brief: "previous", .overlay(.moveSelection(-1)), in: .picker),
    KeyBinding(
      [.pageDown, .control("f")], .program, "a page further", .overlay(.turnPage(1)), in: .picker),
    KeyBinding(
      [.pageUp, .control("b")], .program, "a page back", .overlay(.turnPage(-1)), in: .picker),
    KeyBinding([.enter], .program, "choose", brief: "choose", .overlay(.accept), in: .picker),
    KeyBinding(
      [.backspace], .program, "erase a letter: typing leaves what fits", .line(.erase), in: .picker),
    KeyBinding(
      [.escape], .program, "show everything again, then close", brief: "close", .overlay(.back),
      in: .picker),
    KeyBinding(
      [.down, .character("j")], .program, "scroll down", brief: "scroll",
      .overlay(.moveSelection(1)), in: .help),
    KeyBinding(
      [.up, .character("k")], .program, "scroll up", .overlay(.moveSelection(-1)), in: .help),
    KeyBinding(
      [.space, .pageDown], .program, "scroll a page", brief: "page", .overlay(.turnPage(1)),
      in: .help),
    KeyBinding(
      [.pageUp, .character("b")], .program, "scroll a page back", .overlay(.turnPage(-1)), in: .help
    ),
    KeyBinding(
      [.escape, .character("?"), .character("q"), .function(1)], .program, "close",
      brief: "close", .overlay(.back), in: .help),
    KeyBinding(
      [.down, .character("j")], .program, "scroll down", brief: "scroll",
      .overlay(.moveSelection(1)),
      in: .words),
    KeyBinding(
      [.up, .character("k")], .program, "scroll up", .overlay(.moveSelection(-1)), in: .words),
    KeyBinding(
      [.space, .pageDown], .program, "scroll a page", brief: "page", .overlay(.turnPage(1)),
      in: .words),
    KeyBinding(
      [.pageUp, .character("b")], .program, "scroll a page back", .overlay(.turnPage(-1)),
      in: .words),
    KeyBinding(
      [.escape, .enter, .character("q")], .program, "close", brief: "close", .overlay(.back),
      in: .words),
    KeyBinding([.enter], .program, "do it", brief: "do it", .overlay(.accept), in: .palette),
    KeyBinding([.escape], .program, "leave", brief: "leave", .overlay(.back), in: .palette),
    KeyBinding([.down], .program, "next", brief: "next", .overlay(.moveSelection(1)), in: .palette),
    KeyBinding(
      [.up], .program, "previous", brief: "previous", .overlay(.moveSelection(-1)), in: .palette),
    KeyBinding(
      [.pageDown, .control("f")], .program, "a page further", .overlay(.turnPage(1)), in: .palette),
    KeyBinding(
      [.pageUp, .control("b")], .program, "a page back", .overlay(.turnPage(-1)), in: .palette),
    KeyBinding([.backspace], .program, "erase a letter", .line(.erase), in: .palette),
    KeyBinding(
      [.tab], .program, "write it on in the command line", brief: "as a command", .line(.complete),
      in: .palette),
    KeyBinding(
      [.character("w"), .enter], .program, "save the weights and quit",
      brief: "save and quit", .program(.saveAndQuit), in: .confirmQuit),
    KeyBinding(
      [.character("q"), .character("y")], .program, "quit without saving",
      brief: "quit without saving", .program(.quit), in: .confirmQuit),
    KeyBinding(
      [.escape, .character("n")], .program, "stay", brief: "stay", .overlay(.back),
      in: .confirmQuit),
  ]
}
