import TextScreen

/// The keys of the command line, as shells have them.
extension KeyTable {
  static let command: [KeyBinding] = [
    row([.enter], "do it", brief: "do it", .accept),
    row([.tab], "complete, then one suggestion after another", brief: "complete", .complete),
    row([.backTab], "the suggestion before", .completeBackwards),
    row([.up], "the command before", .recall(1)),
    row([.down], "the command after", .recall(-1)),
    row([.left, .control("b")], "a character back", .edit(.moveLeft)),
    row([.right, .control("f")], "a character on", .edit(.moveRight)),
    row([.shiftLeft], "a word back", .edit(.moveWordLeft)),
    row([.shiftRight], "a word on", .edit(.moveWordRight)),
    row([.home, .control("a")], "to the start of the line", .edit(.moveToStart)),
    row([.end, .control("e")], "to the end of the line", .edit(.moveToEnd)),
    row([.backspace], "erase a character", .erase),
    row([.delete, .control("d")], "erase the character under the cursor", .edit(.eraseForwards)),
    row([.control("w")], "erase the word before the cursor", .edit(.eraseWord)),
    row([.control("u")], "erase up to the cursor", .edit(.eraseToStart)),
    row([.control("k")], "erase from the cursor on", .edit(.eraseToEnd)),
    row([.escape], "leave", brief: "leave", .back),
  ]

  private static func row(
    _ keys: [Key], _ title: String, brief: String? = nil, _ action: Action
  ) -> KeyBinding {
    KeyBinding(keys, .program, title, brief: brief, action, in: .command)
  }
}
