import TextScreen

/// The question whether training that is in no file may be lost.
public enum ConfirmOverlay {
  public static func draw(_ state: AppState, on surface: inout Surface, in screen: Rect) {
    guard state.overlay == .confirmQuit else { return }
    let lost = state.unsavedTrainings
    let steps = Text.count(lost.reduce(0) { $0 + $1.unsavedSteps })
    let networks = lost.count > 1 ? " of \(lost.count) networks" : ""
    let question = [
      StyledText("\(steps) training steps\(networks)", .warning),
      StyledText("are in no file and would be lost."), StyledText(),
    ]
    let answers = KeyTable.bindings(in: state).map { binding in
      OverlayFrame.padded(.key(binding.keyNames), to: keyWidth) + binding.title
    }
    surface.clipped(to: screen) { surface in
      draw(question + answers, on: &surface, in: screen)
    }
  }

  private static func draw(
    _ lines: [StyledText], on surface: inout Surface, in screen: Rect
  ) {
    let width = lines.map { $0.columns(in: surface.glyphs) }.max() ?? 0
    let box = OverlayFrame.rect(
      forContent: Size(columns: width, rows: lines.count), on: screen)
    var room = OverlayFrame.draw(
      title: "quit?", trailing: "", on: &surface, in: box)
    for line in lines { surface.write(line, in: room.takeTop(1)) }
  }

  private static let keyWidth = 9
}

extension OverlayKind {
  /// Only keys answer it.
  static let confirmQuit = OverlayKind(
    id: "confirm-quit", draw: { ConfirmOverlay.draw($0, on: &$1, in: $2) },
    click: { _, _ in [] })
}
