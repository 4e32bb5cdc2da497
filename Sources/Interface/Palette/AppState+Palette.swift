import Diffusion
import TextScreen

extension AppState {
  mutating func openPalette() {
    overlay = .palette(CommandPalette(self))
    judgePalette()
  }

  /// What is typed while the palette is open.
  mutating func updatePalette(_ palette: CommandPalette, _ action: LineAction) {
    var palette = palette
    switch action {
    case .type(let character): palette.type(character)
    case .paste(let text): palette.paste(text)
    case .erase where palette.query.isEmpty:
      overlay = nil
      return
    case .erase: palette.erase()
    case .complete:
      if let draft = palette.draft { overlay = .command(LineEditor(text: draft)) }
      return
    default: break
    }
    overlay = .palette(palette)
    judgePalette()
  }

  mutating func movePalette(_ palette: CommandPalette, to index: Int) {
    var palette = palette
    palette.select(index)
    overlay = .palette(palette)
    judgePalette()
  }

  /// Does what is selected; what cannot be done now is told, and the palette stays.
  mutating func accept(_ palette: CommandPalette) -> [Effect] {
    guard let entry = palette.chosen else { return [] }
    if case .impossible(let reason) = standing(of: entry) {
      warn(reason)
      return []
    }
    overlay = nil
    switch entry.deed {
    case .binding(let index):
      return route(KeyTable.all[index].action)
    case .line(let line):
      return run(LineEditor(text: line))
    case .draft(let text):
      overlay = .command(LineEditor(text: text))
      return []
    }
  }

  /// Finds out how the hits that are seen stand; to try all of them would take too long.
  private mutating func judgePalette() {
    guard case .palette(var palette) = overlay else { return }
    let seen = PaletteLayout(palette, on: ScreenLayout.overlays(on: size)).visible
    palette.standings = [:]
    for index in seen {
      palette.standings[index] = standing(of: palette.entries[palette.hits[index].entry])
    }
    overlay = .palette(palette)
  }

  private func standing(of entry: CommandPalette.Entry) -> CommandPalette.Standing {
    switch entry.deed {
    case .binding(let index):
      return obstacle(to: KeyTable.all[index].action).map { .impossible($0) } ?? .possible
    case .draft:
      return .possible
    case .line(let line):
      do {
        let actions = try Command.actions(for: line, in: self)
        if actions.allSatisfy({ $0.ofFeature.changesNothing(in: self) }) { return .inUse }
        return actions.lazy.compactMap(obstacle).first.map { .impossible($0) } ?? .possible
      } catch {
        return .impossible("\(error)")
      }
    }
  }
}

extension CommandPalette {
  /// The selected entry as a line to be written on in the command line, where it is one.
  fileprivate var draft: String? {
    switch chosen?.deed {
    case .line(let line): line
    case .draft(let text): text
    case .binding, nil: nil
    }
  }
}
