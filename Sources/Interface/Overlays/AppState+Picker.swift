import Diffusion
import TextScreen

extension AppState {
  /// The list of what can be chosen, with what is in use now marked.
  func picker(_ kind: Picker.Kind) -> Picker {
    Picker(kind: kind, rows: kind.rows(self), currentID: kind.currentID(self))
  }

  mutating func moveSelection(_ offset: Int) {
    switch overlay {
    case .picker(var picker):
      picker.selected = min(max(0, picker.selected + offset), max(0, picker.rows.count - 1))
      overlay = .picker(picker)
    case .help(let scroll):
      overlay = .help(
        scroll: min(
          max(0, scroll + offset), HelpOverlay.mostScroll(size: size, about: explainedPanel)))
    case .palette(let palette): movePalette(palette, to: palette.selected + offset)
    case .words(let title, let text, let scroll):
      let most = WordsOverlay.mostScroll(of: text, size: size)
      overlay = .words(title: title, text, scroll: min(max(0, scroll + offset), most))
    case .command, .drawing, .confirmQuit, nil:
      break
    }
  }

  /// How many rows of what lies over the panels are seen at once.
  var rowsOfPage: Int {
    let screen = ScreenLayout.overlays(on: size)
    return switch overlay {
    case .picker(let picker): PickerLayout(picker, on: screen).visible.count
    case .palette(let palette): PaletteLayout(palette, on: screen).visible.count
    case .help: HelpPage(on: screen, about: explainedPanel).height
    case .words(_, let text, _): WordsOverlay.rows(of: text, size: size)
    case .command, .drawing, .confirmQuit, nil: 1
    }
  }

  mutating func accept() -> [Effect] {
    if case .command(let line) = overlay { return run(line) }
    if case .palette(let palette) = overlay { return accept(palette) }
    guard case .picker(let picker) = overlay else { return [] }
    guard picker.rows.indices.contains(picker.selected) else { return [] }
    let row = picker.rows[picker.selected]
    if row.isBroken {
      warn(row.summary)
      return []
    }
    overlay = nil
    do {
      return try picker.kind.choose(&self, row.id)
    } catch {
      warn("\(error)")
      return []
    }
  }
}
