import TextScreen

/// Text to be read or selected, over the panels: a command line to share, the screen in words.
enum WordsOverlay {
  private static let mostWidth = 100

  static func draw(_ state: AppState, on surface: inout Surface, in screen: Rect) {
    guard case .words(let title, let text, let scroll) = state.overlay else { return }
    surface.clipped(to: screen) { surface in
      let lines = lines(of: text, on: screen)
      let box = box(for: lines, on: screen)
      let height = OverlayFrame.content(of: box).height
      let first = min(max(0, scroll), max(0, lines.count - height))
      let last = min(lines.count, first + height)
      let isWhole = lines.count <= height
      var room = OverlayFrame.draw(
        title: title, trailing: isWhole ? "" : "\(first + 1)-\(last) of \(lines.count)",
        on: &surface, in: box)
      for line in lines[first..<last] {
        surface.write(line, in: room.takeTop(1), align: .left)
      }
    }
  }

  /// The furthest the text can be scrolled on a screen of this size.
  static func mostScroll(of text: String, size: Size) -> Int {
    let lines = lines(of: text, on: ScreenLayout.overlays(on: size))
    return max(0, lines.count - rows(of: text, size: size))
  }

  /// How many lines are seen at once.
  static func rows(of text: String, size: Size) -> Int {
    let screen = ScreenLayout.overlays(on: size)
    return OverlayFrame.content(of: box(for: lines(of: text, on: screen), on: screen)).height
  }

  private static func box(for lines: [String], on screen: Rect) -> Rect {
    let width = lines.map(\.columns).max() ?? 0
    return OverlayFrame.rect(forContent: Size(columns: width, rows: lines.count), on: screen)
  }

  private static func lines(of text: String, on screen: Rect) -> [String] {
    let width = max(8, min(mostWidth, screen.width - 8))
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      TextWrap.lines(String(paragraph), width: width).flatMap { $0.pieces(of: width) }
    }
  }
}

extension OverlayKind {
  static let words = OverlayKind(
    id: "words", draw: { WordsOverlay.draw($0, on: &$1, in: $2) },
    rowsOfPage: { state in
      guard case .words(_, let text, _) = state.overlay else { return 1 }
      return WordsOverlay.rows(of: text, size: state.size)
    },
    move: { state, offset in
      guard case .words(let title, let text, let scroll) = state.overlay else { return }
      let most = WordsOverlay.mostScroll(of: text, size: state.size)
      state.overlay = .words(title: title, text, scroll: min(max(0, scroll + offset), most))
    })
}

extension String {
  /// The text cut after every so many columns, for words too long for a line.
  fileprivate func pieces(of length: Int) -> [String] {
    guard columns > length else { return [self] }
    return reduce(into: [""]) { pieces, letter in
      let grown = pieces[pieces.count - 1] + String(letter)
      if grown.columns <= length {
        pieces[pieces.count - 1] = grown
      } else {
        pieces.append(String(letter))
      }
    }
  }
}
