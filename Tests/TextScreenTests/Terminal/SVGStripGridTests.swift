import Testing

@testable import TextScreen

@Suite("Pages of film strips")
struct SVGStripGridTests {
  private static let frames = [
    Size(columns: 640, rows: 384), Size(columns: 960, rows: 640), Size(columns: 320, rows: 320),
    Size(columns: 4000, rows: 16), Size(columns: 8, rows: 3200), Size(columns: 0, rows: 0),
  ]

  @Test("frames lie apart, in reading order and within the page", arguments: frames)
  func places(frame: Size) {
    for count in 1...40 {
      let grid = SVGStripGrid(count: count, frame: frame)
      let page = Rect(x: 0, y: 0, width: grid.extent.columns, height: grid.extent.rows)
      let rects = (0..<count).map(grid.rect)
      for (index, rect) in rects.enumerated() {
        #expect(rect.width == frame.columns && rect.height == frame.rows)
        #expect(rect.intersection(page) == rect)
        guard index > 0 else { continue }
        let last = rects[index - 1]
        let isBeside = rect.y == last.y && rect.x > last.maxX
        let isBelow = rect.x == 0 && rect.y > last.maxY
        #expect(isBeside || isBelow)
      }
    }
  }

  @Test("no line of a page is left empty, and squares make a page wider than high")
  func proportions() {
    for count in 1...40 {
      for frame in Self.frames {
        let columns = SVGStripGrid(count: count, frame: frame).columns
        let rows = (count + columns - 1) / columns
        #expect((rows - 1) * columns < count && columns <= count)
      }
      let page = SVGStripGrid(count: count, frame: Size(columns: 320, rows: 320)).extent
      if count > 2 { #expect(page.columns * 5 > page.rows * 4) }
    }
    #expect(SVGStripGrid(count: 9, frame: Size(columns: 960, rows: 640)).columns == 3)
    #expect(SVGStripGrid(count: 8, frame: Size(columns: 320, rows: 320)).columns == 4)
  }
}
