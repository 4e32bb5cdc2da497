import Diffusion
import TextScreen

extension AppState {
  /// Takes text from the clipboard into the line that is being typed. It is written there and
  /// nothing more: line ends are blanks, so no line is done before somebody presses enter. Where
  /// nothing is typed there is no place for it.
  mutating func paste(_ text: String) {
    let line = text.asOneLine
    guard !line.isEmpty else { return }
    let isWhole: Bool
    switch overlay {
    case .command(var editor):
      isWhole = editor.paste(line)
      overlay = .command(editor)
    case .palette(let palette):
      isWhole = palette.hasRoom(for: line)
      updatePalette(palette, .paste(line))
    case .picker(var picker):
      isWhole = picker.list.paste(line)
      overlay = .picker(picker)
    case .help, .drawing, .words, .confirmQuit, nil:
      warn("the paste is dropped: it goes where something is typed, such as after :")
      return
    }
    if !isWhole { warn("the paste is longer than what is typed here may be; the rest is dropped") }
  }
}

extension String {
  /// The text as one line without anything that would steer a terminal or a reader.
  fileprivate var asOneLine: String {
    // What is longer than any line need not be looked at.
    String(unicodeScalars.prefix(8 * LineEditor.mostCharacters))
      .split { $0.isNewline || $0 == "\t" }.joined(separator: " ").printable
  }
}
