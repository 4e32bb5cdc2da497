import TextScreen

/// A list to pick one from, over the panels.
public enum PickerOverlay {
  public static func draw(_ state: AppState, on surface: inout Surface, in screen: Rect) {
    guard case .picker(let picker) = state.overlay else { return }
    surface.clipped(to: screen) { surface in
      let places = PickerLayout(picker, on: screen)
      let title = picker.query.isEmpty ? "" : ": \(picker.query)"
      _ = OverlayFrame.draw(
        title: picker.kind.title + title, trailing: remark(on: picker, places),
        on: &surface, in: places.box)
      for index in places.visible {
        draw(index, of: picker, on: &surface, in: places.rect(ofRow: index), places)
      }
      if picker.rows.isEmpty {
        let excuse =
          picker.all.isEmpty
          ? "there is nothing to choose from" : "nothing is called that; backspace erases"
        surface.write(excuse, in: places.list, align: .left, style: .dim)
      }
      drawSummary(of: picker, on: &surface, in: places.summary)
      OverlayFrame.drawKeys(of: state, on: &surface, in: places.keys)
    }
  }

  /// Which rows are seen, how many fit what was typed, and where there is room that typing searches.
  private static func remark(on picker: Picker, _ places: PickerLayout) -> String {
    let (range, count) = (places.visible, picker.all.count)
    if !picker.query.isEmpty { return "\(picker.rows.count) of \(count)" }
    let position =
      range.count == count ? "" : "\(range.lowerBound + 1)-\(range.upperBound) of \(count)"
    let gap = position.isEmpty ? "" : "   "
    return places.box.width < hintWidth ? position : "type to search\(gap)\(position)"
  }

  /// From this width on a box has room for the hint beside its title.
  private static let hintWidth = 56

  /// The row of the list at a cell of a screen of this size.
  public static func row(atColumn column: Int, row: Int, size: Size, picker: Picker) -> Int? {
    let places = PickerLayout(picker, on: ScreenLayout.overlays(on: size))
    return places.visible.first {
      places.rect(ofRow: $0).contains(column: column, row: row)
    }
  }

  /// One row: a mark for what is in use, the title, and the summary where it fits.
  private static func draw(
    _ index: Int, of picker: Picker, on surface: inout Surface, in rect: Rect,
    _ places: PickerLayout
  ) {
    let glyphs = surface.glyphs
    let row = picker.rows[index]
    let block = places.blocks[index]
    let isSelected = index == picker.selected
    if let heading = block.heading {
      let above = Rect(x: rect.x, y: rect.y - 1, width: rect.width, height: 1)
      surface.write(heading, in: above, align: .left, style: .title)
    }
    var rest = rect
    let mark = isSelected ? String(glyphs.marker) : " "
    surface.write(mark, in: rest.takeLeft(2), align: .left, style: .accent)
    surface.write(
      row.title, in: rest.takeLeft(places.titleWidth), align: .left,
      style: isSelected ? .bold : .plain)
    let use = row.isBroken ? "broken" : index == picker.current ? "in use" : ""
    surface.write(
      use, in: rest.takeRight(use.isEmpty ? 0 : 6), align: .right,
      style: row.isBroken ? .warning : .good)
    if places.hasSummaries {
      _ = rest.takeLeft(2)
      for line in block.lines {
        surface.write(
          line, in: rest.takeTop(1), align: .left, style: row.isBroken ? .warning : .dim)
      }
    }
    if isSelected { surface.restyle(rect) { _ in .selected } }
  }

  /// The summary of the selected row, where the rows have no room for theirs.
  private static func drawSummary(
    of picker: Picker, on surface: inout Surface, in rect: Rect
  ) {
    guard !rect.isEmpty, picker.rows.indices.contains(picker.selected) else { return }
    var rest = rect
    for line in TextWrap.lines(picker.rows[picker.selected].summary, width: rect.width) {
      surface.write(line, in: rest.takeTop(1), align: .left, style: .dim)
    }
  }
}
