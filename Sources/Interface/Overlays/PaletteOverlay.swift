import TextScreen

/// The search over everything that can be done, over the panels.
enum PaletteOverlay {
  static func draw(_ state: AppState, on surface: inout Surface, in screen: Rect) {
    guard case .palette(let palette) = state.overlay else { return }
    surface.clipped(to: screen) { surface in
      let places = PaletteLayout(palette, on: screen)
      let count = palette.hits.count
      _ = OverlayFrame.draw(
        title: "find", trailing: count == 1 ? "1 thing" : "\(count) things", on: &surface,
        in: places.box)
      drawQuery(palette.query, on: &surface, in: places.query)
      for index in places.visible {
        draw(index, of: palette, on: &surface, in: places.rect(ofRow: index))
      }
      if palette.hits.isEmpty {
        surface.write(
          "nothing is called that; backspace erases", in: places.list, align: .left, style: .dim)
      }
      drawSummary(of: palette, on: &surface, in: places.summary)
    }
  }

  /// The hit at a cell of a screen of this size.
  static func row(atColumn column: Int, row: Int, size: Size, palette: CommandPalette) -> Int? {
    let places = PaletteLayout(palette, on: ScreenLayout.overlays(on: size))
    return places.visible.first {
      places.rect(ofRow: $0).contains(column: column, row: row)
    }
  }

  private static func drawQuery(_ query: String, on surface: inout Surface, in rect: Rect) {
    guard !rect.isEmpty else { return }
    var rest = rect
    surface.write("/", in: rest.takeLeft(2), align: .left, style: .accent)
    let text = String(query.suffix(max(0, rest.width - 1)))
    let width = surface.write(text, in: rest, align: .left, style: .bold)
    if width < rest.width { surface[rest.x + width, rest.y] = Cell(" ", .selected) }
    if query.isEmpty {
      _ = rest.takeLeft(2)
      surface.write("a few letters of what you want", in: rest, align: .left, style: .dim)
    }
  }

  /// One row: a mark where it is selected, the title with the letters found, and the keys or how
  /// it stands.
  private static func draw(
    _ index: Int, of palette: CommandPalette, on surface: inout Surface, in rect: Rect
  ) {
    let hit = palette.hits[index]
    let entry = palette.entries[hit.entry]
    let isSelected = index == palette.selected
    var rest = rect
    surface.write(
      isSelected ? String(surface.glyphs.marker) : " ", in: rest.takeLeft(2), align: .left,
      style: .accent)
    let (note, noteStyle, titleStyle) = words(for: palette.standings[index], keys: entry.keys)
    let noteWidth = min(surface.glyphs.columns(of: note), rest.width / 2)
    surface.write(note, in: rest.takeRight(noteWidth), align: .right, style: noteStyle)
    _ = rest.takeRight(1)
    surface.write(entry.title, in: rest, align: .left, style: titleStyle)
    let letters = entry.title.unicodeScalars
    for place in hit.match.places where place < letters.count {
      let before = String(String.UnicodeScalarView(letters.prefix(place)))
      let column = surface.glyphs.columns(of: before)
      guard column < rest.width else { continue }
      surface.restyle(Rect(x: rest.x + column, y: rest.y, width: 1, height: 1)) {
        Style(.accent, on: $0.paper, .bold)
      }
    }
    if isSelected {
      surface.restyle(rect) { Style(.plain, on: .plain, $0.attributes.union(.reverse)) }
    }
  }

  private static func words(
    for standing: CommandPalette.Standing?, keys: String
  ) -> (note: String, noteStyle: Style, titleStyle: Style) {
    switch standing {
    case .possible, nil: (keys, Style(.accent, on: .plain, .bold), .plain)
    case .inUse: ("in use", .good, .plain)
    case .impossible: ("not now", .warning, .dim)
    }
  }

  private static func drawSummary(
    of palette: CommandPalette, on surface: inout Surface, in rect: Rect
  ) {
    guard !rect.isEmpty, let entry = palette.chosen else { return }
    var rest = rect
    var (text, style) = (entry.summary, Style.dim)
    if case .impossible(let reason) = palette.standings[palette.selected] {
      (text, style) = ("! not now: \(reason)", .warning)
    }
    for line in TextWrap.lines(text, width: rect.width) {
      surface.write(line, in: rest.takeTop(1), align: .left, style: style)
    }
  }
}

extension OverlayKind {
  static let palette = OverlayKind(
    id: "palette", takesTyping: true, draw: { PaletteOverlay.draw($0, on: &$1, in: $2) },
    rowsOfPage: { state in
      guard case .palette(let palette) = state.overlay else { return 1 }
      return PaletteLayout(palette, on: ScreenLayout.overlays(on: state.size)).visible.count
    },
    move: { state, offset in
      guard case .palette(let palette) = state.overlay else { return }
      state.movePalette(palette, to: palette.selected + offset)
    },
    accept: { state in
      guard case .palette(let palette) = state.overlay else { return [] }
      return state.accept(palette)
    },
    click: { state, mouse in
      guard case .palette(let palette) = state.overlay else { return [] }
      let row = PaletteOverlay.row(
        atColumn: mouse.column, row: mouse.row, size: state.size, palette: palette)
      guard let row else {
        state.overlay = nil
        return []
      }
      state.movePalette(palette, to: row)
      return state.accept()
    })
}
