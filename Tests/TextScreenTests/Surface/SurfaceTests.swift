import Testing

@testable import TextScreen

@Suite("Surfaces")
struct SurfaceTests {
  @Test(
    "Drawing everything anywhere is harmless at any size",
    arguments: [
      Size.zero, Size(columns: -4, rows: 3), Size(columns: 1, rows: 1), Size(columns: 2, rows: 2),
      Size(columns: 3, rows: 1),
    ])
  func drawing(at size: Size) {
    var surface = Surface(size: size)
    for x in -2...3 {
      for side in 0...4 {
        let rect = Rect(x: x, y: x, width: side, height: side)
        surface.drawBox(rect, title: "title", trailing: "remark")
        surface.drawBar(0.5, in: rect)
        surface.drawColumns([0, 0.5, 1], in: rect)
        surface.fill(rect, with: Cell("x"))
        surface.write("text", in: rect, align: .centre)
        surface.restyle(rect) { $0.with(.bold) }
        var canvas = DotCanvas(size: rect.size, dots: .braille)
        canvas.line(from: [-5, -5], to: [50, 50], ink: .curve)
        canvas.draw(onto: &surface, in: rect)
      }
    }
    #expect(surface.cells.count == size.area)
  }

  @Test func withoutUnicodeNothingBeyondASCIIGetsIn() {
    var surface = Surface(size: Size(columns: 4, rows: 1), glyphs: .ascii)
    surface[0, 0] = Cell("●", .accent)
    surface.fill(Rect(x: 1, y: 0, width: 2, height: 1), with: Cell("█"))
    surface[3, 0] = Cell("~")
    #expect(surface.plainText == "???~")
    #expect(surface[0, 0].ink == .accent)
  }

  @Test func nothingDrawnInAClipLeavesIt() {
    var surface = Surface(size: Size(columns: 7, rows: 4))
    let room = Rect(x: 2, y: 1, width: 3, height: 2)
    surface.clipped(to: room) { surface in
      surface.fill(surface.bounds, with: Cell("x"))
      surface.clipped(to: surface.bounds) { $0.write("wwwwwww", column: 0, row: 0) }
      surface.write("abcdefg", column: 0, row: 1)
      surface[0, 0] = Cell("!")
    }
    surface.write("end", column: 0, row: 3)
    #expect(
      surface.plainText == """

          cde
          xxx
        end
        """)
  }

  @Test func changedRunsAreExactlyWhatDiffers() {
    var before = Surface(size: Size(columns: 20, rows: 2))
    before.write("the quick brown fox", column: 0, row: 0)
    var after = before
    after.write("Q", column: 4, row: 0)
    after.write("K", column: 8, row: 0)
    after.write("FOX", column: 16, row: 0)
    var runs: [[Int]] = []
    after.changedRuns(since: before) { runs.append([$0, $1.lowerBound, $1.upperBound]) }
    #expect(runs == [[0, 4, 9], [0, 16, 19]], "a gap of three is bridged, one of seven is not")

    runs = []
    after.changedRuns(since: after) { runs.append([$0, $1.lowerBound, $1.upperBound]) }
    #expect(runs.isEmpty, "a still picture costs nothing")
  }

  @Test func withoutAKnownPictureOfTheSameSizeEverythingIsChanged() {
    let surface = Surface(size: Size(columns: 3, rows: 2))
    for previous in [nil, Surface(size: Size(columns: 2, rows: 2))] {
      var cells = 0
      surface.changedRuns(since: previous) { cells += $1.count }
      #expect(cells == 6)
    }
  }

  @Test func fittingCutsAndPads() {
    var surface = Surface(size: Size(columns: 3, rows: 2))
    surface.write("abc", column: 0, row: 0)
    surface.write("def", column: 0, row: 1)
    #expect(surface.fitted(to: Size(columns: 2, rows: 1)).plainText == "ab")
    #expect(surface.fitted(to: Size(columns: 9, rows: 9)).plainText == "abc\ndef")
  }
}
