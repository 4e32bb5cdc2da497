/// A list as it is drawn, in a frame over whatever is there.
extension ChoiceListLayout {
  /// - Parameter title: what is chosen; what was typed stands behind it.
  public func draw(_ list: ChoiceList, title: String, on surface: inout Surface) {
    _ = OverlayFrame.draw(
      title: list.query.isEmpty ? title : "\(title): \(list.query)", trailing: remark(on: list),
      on: &surface, in: box)
    for index in visible { draw(index, of: list, on: &surface) }
    if list.rows.isEmpty {
      let excuse =
        list.all.isEmpty
        ? "there is nothing to choose from" : "nothing is called that; backspace erases"
      surface.write(excuse, in: self.list, align: .left, style: .dim)
    }
    drawSummary(of: list, on: &surface)
  }

  /// The row at a cell; nil where there is none.
  public func row(atColumn column: Int, row: Int) -> Int? {
    visible.first { rect(ofRow: $0).contains(column: column, row: row) }
  }

  /// Which rows are seen, how many fit what was typed, and where there is room that typing searches.
  private func remark(on list: ChoiceList) -> String {
    let count = list.all.count
    if !list.query.isEmpty { return "\(list.rows.count) of \(count)" }
    let position =
      visible.count == count ? "" : "\(visible.lowerBound + 1)-\(visible.upperBound) of \(count)"
    let gap = position.isEmpty ? "" : "   "
    return box.width < Self.hintWidth ? position : "type to search\(gap)\(position)"
  }

  /// From this width on a box has room for the hint beside its title.
  private static let hintWidth = 56

  /// One row: a mark for what is in use, the title, and the summary where it fits.
  private func draw(_ index: Int, of list: ChoiceList, on surface: inout Surface) {
    let rect = rect(ofRow: index)
    let glyphs = surface.glyphs
    let row = list.rows[index]
    let block = blocks[index]
    let isSelected = index == list.selected
    if let heading = block.heading {
      let above = Rect(x: rect.x, y: rect.y - 1, width: rect.width, height: 1)
      surface.write(heading, in: above, align: .left, style: .title)
    }
    var rest = rect
    let mark = isSelected ? String(glyphs.marker) : " "
    surface.write(mark, in: rest.takeLeft(2), align: .left, style: .accent)
    surface.write(
      row.title, in: rest.takeLeft(titleWidth), align: .left,
      style: isSelected ? .bold : .plain)
    let use = row.isBroken ? "broken" : index == list.current ? "in use" : ""
    surface.write(
      use, in: rest.takeRight(use.isEmpty ? 0 : 6), align: .right,
      style: row.isBroken ? .warning : .good)
    if hasSummaries {
      _ = rest.takeLeft(2)
      for line in block.lines {
        surface.write(
          line, in: rest.takeTop(1), align: .left, style: row.isBroken ? .warning : .dim)
      }
    }
    if isSelected { surface.restyle(rect) { _ in .selected } }
  }

  /// The summary of the selected row, where the rows have no room for theirs.
  private func drawSummary(of list: ChoiceList, on surface: inout Surface) {
    guard !summary.isEmpty, let choice = list.choice else { return }
    var rest = summary
    for line in TextWrap.lines(choice.summary, width: rest.width) {
      surface.write(line, in: rest.takeTop(1), align: .left, style: .dim)
    }
  }
}
