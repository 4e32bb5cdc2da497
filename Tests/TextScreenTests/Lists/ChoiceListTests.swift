import Testing

@testable import TextScreen

@Suite("Lists to choose from")
struct ChoiceListTests {
  private static let rows = ["linear", "cosine", "scaled linear", "sigmoid", "cubic"].enumerated()
    .map { index, title in
      ChoiceList.Row(
        id: title, title: title.capitalized, summary: "a schedule of kind \(index)",
        group: index < 3 ? "usual" : "rare")
    }

  @Test("typing leaves what fits, those that begin so first, and erasing gives all of it back")
  func typingNarrows() {
    var list = ChoiceList(Self.rows, currentID: "cosine")
    #expect(list.choice?.id == "cosine" && list.current == 1)
    for letter in "lin" { list.type(letter) }
    #expect(list.rows.map(\.id) == ["linear", "scaled linear"])
    #expect(list.choice?.id == "linear" && list.current == nil)
    list.select(1)
    for _ in 0..<3 { list.erase() }
    #expect(list.rows == list.all && list.query.isEmpty)
    // The row that was selected in the part stays in hand.
    list.search("sig")
    list.search("")
    #expect(list.choice?.id == "sigmoid")
  }

  @Test("a selection never leaves the rows, and a list without rows has no choice")
  func selectionsStay() {
    var list = ChoiceList(Self.rows, currentID: nil)
    for index in [-7, 0, 3, 99, .max, .min] {
      list.select(index)
      #expect(list.rows.indices.contains(list.selected))
    }
    list.search("nothing of the kind")
    #expect(list.rows.isEmpty && list.choice == nil)
    list.select(4)
    #expect(list.selected == 0 && list.choice == nil)
    #expect(!list.paste(String(repeating: "x", count: 99)) && list.query.count == 30)
  }

  @Test(
    "every row that is seen lies in the box, and the mouse finds it there",
    arguments: [false, true])
  func rowsAreWhereTheyAreFound(wraps: Bool) {
    for columns in stride(from: 4, through: 120, by: 7) {
      for rows in 2...30 {
        let screen = Rect(x: 0, y: 0, width: columns, height: rows)
        var list = ChoiceList(Self.rows, currentID: "cubic")
        for query in ["", "lin"] {
          list.search(query)
          let layout = ChoiceListLayout(list, wrapsSummaries: wraps, on: screen)
          #expect(screen.intersection(layout.box) == layout.box)
          for index in layout.visible {
            let rect = layout.rect(ofRow: index)
            guard !rect.isEmpty else { continue }
            #expect(layout.box.intersection(rect) == rect)
            #expect(layout.row(atColumn: rect.x, row: rect.maxY - 1) == index)
          }
          #expect(layout.visible.isEmpty || layout.visible.contains(list.selected))
          var surface = Surface(size: screen.size)
          layout.draw(list, title: "schedule", on: &surface)
        }
      }
    }
  }
}
