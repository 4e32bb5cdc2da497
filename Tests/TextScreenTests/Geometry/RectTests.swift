import Testing

@testable import TextScreen

@Suite("Rectangles")
struct RectTests {
  @Test("Slices and what is left always make up the whole", arguments: -2...7)
  func slicing(by amount: Int) {
    let whole = Rect(x: 3, y: 2, width: 5, height: 4)
    let cuts: [(inout Rect) -> Rect] = [
      { $0.takeTop(amount) }, { $0.takeBottom(amount) }, { $0.takeLeft(amount) },
      { $0.takeRight(amount) },
    ]
    for cut in cuts {
      var rest = whole
      let strip = cut(&rest)
      #expect(strip.size.area + rest.size.area == whole.size.area)
      #expect(whole.intersection(strip) == strip || strip.isEmpty)
      #expect(strip.intersection(rest).isEmpty)
    }
  }

  @Test func slicesComeFromTheEdgeTheyAreNamedAfter() {
    var rest = Rect(x: 0, y: 0, width: 10, height: 10)
    #expect(rest.takeTop(1) == Rect(x: 0, y: 0, width: 10, height: 1))
    #expect(rest.takeBottom(2) == Rect(x: 0, y: 8, width: 10, height: 2))
    #expect(rest.takeLeft(3) == Rect(x: 0, y: 1, width: 3, height: 7))
    #expect(rest.takeRight(4) == Rect(x: 6, y: 1, width: 4, height: 7))
    #expect(rest == Rect(x: 3, y: 1, width: 3, height: 7))
  }

  @Test func sidesAreNeverNegative() {
    #expect(Rect(x: 0, y: 0, width: -3, height: 2).isEmpty)
    #expect(Rect(x: 0, y: 0, width: 3, height: 3).inset(by: 2).isEmpty)
    let apart = Rect(x: 0, y: 0, width: 2, height: 2)
      .intersection(Rect(x: 5, y: 5, width: 2, height: 2))
    #expect(apart.isEmpty && apart.width == 0 && apart.height == 0)
  }

  @Test func aCentredRectangleHasEqualMarginsAndNeverSticksOut() {
    let room = Rect(x: 10, y: 5, width: 20, height: 9)
    #expect(
      room.centred(Size(columns: 10, rows: 3)) == Rect(x: 15, y: 8, width: 10, height: 3))
    #expect(room.centred(Size(columns: 100, rows: 100)) == room)
  }

  @Test func containsItsFirstCellButNotTheOneAfterItsLast() {
    let rect = Rect(x: 2, y: 3, width: 4, height: 2)
    #expect(rect.contains(column: 2, row: 3) && rect.contains(column: 5, row: 4))
    #expect(!rect.contains(column: 6, row: 3) && !rect.contains(column: 2, row: 5))
  }
}
