/// A list to pick one from, over the panels.
public enum PickerOverlay {
  public static func draw(_ state: AppState, on surface: inout Surface, in screen: Rect) {
    guard case .picker(let picker) = state.overlay else { return }
    surface.clipped(to: screen) { surface in
      let places = PickerLayout(picker, on: screen)
      let range = places.visible
      let isWhole = range.count == picker.rows.count
      let position = "\(range.lowerBound + 1)-\(range.upperBound) of \(picker.rows.count)"
      _ = OverlayFrame.draw(
        title: picker.kind.title, trailing: isWhole ? "" : position, on: &surface,
        in: places.box)
      for index in range {
        draw(index, of: picker, on: &surface, in: places.rect(ofRow: index), places)
      }
      if picker.rows.isEmpty {
        surface.write("there is nothing to choose from", in: places.list, align: .left, style: .dim)
      }
      drawSummary(of: picker, on: &surface, in: places.summary)
      OverlayFrame.drawKeys(of: state, on: &surface, in: places.keys)
    }
  }

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
    let isSelected = index == picker.selected
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
      surface.write(row.summary, in: rest, align: .left, style: row.isBroken ? .warning : .dim)
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
