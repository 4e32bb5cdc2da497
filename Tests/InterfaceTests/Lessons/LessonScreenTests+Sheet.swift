import Diffusion
import Testing
import TextScreen

@testable import Interface

/// The room that a page has on the screen.
extension LessonScreenTests {
  @Test("the sheet leaves the plane room at 80 x 24 and 120 x 40, and folds into one line")
  func room() throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
      var player = try Self.player(size)
      let layout = ScreenLayout(player.state)
      #expect(layout.sheet.height == LessonRoom.rows + 2 && layout.plane.height >= 8)
      #expect(layout.panels.map(\.panel) == [.quality], "what is to be looked at is there")
      #expect(player.picture.contains("look here") && player.picture.contains("page 1 of 3"))
      player.press("^")
      #expect(ScreenLayout(player.state).sheet.height == 1)
      try player.command("lesson close")
      #expect(ScreenLayout(player.state).sheet.isEmpty && player.state.lesson == nil)
    }
  }

  @Test("the mark at what is to be looked at cuts no words, and neither does a narrow margin")
  func wholeWords() throws {
    var page = LessonPage(title: "P", experiment: .small, source: "l:1:1")
    page.script = try Self.script("pause; direction reverse; step 3")
    page.text = try LessonText("x")
    page.highlight = .panel(.plane)
    let alpha = try FigureReading("alpha-bar")
    page.prediction = Prediction(
      question: try LessonText("Where?"), kind: .place(x: alpha, y: alpha, stated: Point(0, 0)),
      tolerance: 9, showing: Script(), explanation: try LessonText("There."), source: "l:1:1")
    let lesson = Lesson(id: "l", title: "L", summary: "", topics: [], pages: [page])
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
      var player = try Player(size: size)
      player.perform(.lesson(.open(lesson)))
      #expect(player.picture.contains("look here") && player.picture.contains("○ next"))
      player.press("enter")
      player.perform(.lesson(.answer([-0.153, -2.81])))
      #expect(player.picture.contains("-0.153") && player.picture.contains("-2.81"))
      #expect(!player.picture.contains("…"))
    }
  }
}
