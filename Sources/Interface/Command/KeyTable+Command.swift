import TextScreen

/// The keys of the command line, as shells have them.
extension KeyTable {
  static let command: [KeyBinding] = [
    row([.enter], "do it", brief: "do it", .overlay(.accept)),
    row([.tab], "complete, then one suggestion after another", brief: "complete", .line(.complete)),
    row([.backTab, .control("o")], "the suggestion before", .line(.completeBackwards)),
    row([.up], "the command before", .line(.recall(1))),
    row([.down], "the command after", .line(.recall(-1))),
    row([.left, .control("b")], "a character back", .line(.edit(.moveLeft))),
    row([.right, .control("f")], "a character on", .line(.edit(.moveRight))),
    row([.shiftLeft, .alt("b")], "a word back", .line(.edit(.moveWordLeft))),
    row([.shiftRight, .alt("f")], "a word on", .line(.edit(.moveWordRight))),
    row([.home, .control("a")], "to the start of the line", .line(.edit(.moveToStart))),
    row([.end, .control("e")], "to the end of the line", .line(.edit(.moveToEnd))),
    row([.backspace], "erase a character", .line(.erase)),
    row(
      [.delete, .control("d")], "erase the character under the cursor", .line(.edit(.eraseForwards))
    ),
    row([.control("w")], "erase the word before the cursor", .line(.edit(.eraseWord))),
    row([.control("u")], "erase up to the cursor", .line(.edit(.eraseToStart))),
    row([.control("k")], "erase from the cursor on", .line(.edit(.eraseToEnd))),
    row([.escape], "leave", brief: "leave", .overlay(.back)),
  ]

  private static func row(
    _ keys: [Key], _ title: String, brief: String? = nil, _ action: Action
  ) -> KeyBinding {
    KeyBinding(keys, .program, title, brief: brief, action, in: .command)
  }
}
