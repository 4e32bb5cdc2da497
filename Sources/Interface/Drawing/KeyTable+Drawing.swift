import TextScreen

/// The keys of the drawing board.
extension KeyTable {
  /// What takes the board out, or draws by itself.
  static let board: [KeyBinding] = [
    KeyBinding([.character("D")], .experiment, "draw the data by hand", .draw(.begin)),
    KeyBinding(
      [.character("W")], .experiment, "diffuse the letters of a word",
      .line(.openCommandLine("word "))),
  ]

  static let drawing: [KeyBinding] =
    [
      KeyBinding(
        [.enter], .program, "diffuse it", brief: "diffuse it", .draw(.use), in: .drawing),
      KeyBinding(
        [.escape, .character("q")], .program, "leave; the drawing is kept", brief: "leave",
        .overlay(.back),
        in: .drawing),
      KeyBinding(
        [.space], .program, "draw where the cursor is", brief: "draw", .draw(.stamp), in: .drawing),
      KeyBinding(
        [.character("p")], .program, "pen down or up: moving draws", brief: "pen",
        .draw(.togglePen), in: .drawing),
      KeyBinding(
        [.character("e"), .character("x")], .program, "brush or eraser", brief: "eraser",
        .draw(.toggleTool), in: .drawing),
      KeyBinding(
        [.character("]"), .character("+")], .program, "wider brush", brief: "wider",
        .draw(.resize(1)), in: .drawing),
      KeyBinding(
        [.character("["), .character("-")], .program, "finer brush", brief: "finer",
        .draw(.resize(-1)), in: .drawing),
      KeyBinding(
        [.character("u")], .program, "take the last stroke back", brief: "undo", .draw(.undo),
        in: .drawing),
      KeyBinding(
        [.character("c")], .program, "erase everything", brief: "clear", .draw(.clear),
        in: .drawing),
      KeyBinding([.up], .program, "up", .draw(.move(columns: 0, rows: 1)), in: .drawing),
      KeyBinding([.down], .program, "down", .draw(.move(columns: 0, rows: -1)), in: .drawing),
      KeyBinding([.left], .program, "left", .draw(.move(columns: -1, rows: 0)), in: .drawing),
      KeyBinding([.right], .program, "right", .draw(.move(columns: 1, rows: 0)), in: .drawing),
      KeyBinding(
        [.shiftUp, .character("K")], .program, "far up", .draw(.move(columns: 0, rows: 5)),
        in: .drawing),
      KeyBinding(
        [.shiftDown, .character("J")], .program, "far down", .draw(.move(columns: 0, rows: -5)),
        in: .drawing),
      KeyBinding(
        [.shiftLeft, .character("H")], .program, "far left", .draw(.move(columns: -5, rows: 0)),
        in: .drawing),
      KeyBinding(
        [.shiftRight, .character("L")], .program, "far right", .draw(.move(columns: 5, rows: 0)),
        in: .drawing),
    ]
    + (0..<Drawing.labels).map { label in
      KeyBinding(
        [.character(Character("\(label + 1)"))], .program, "draw class \(label + 1)",
        .draw(.label(label)), in: .drawing)
    }
}
