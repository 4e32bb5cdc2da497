import Diffusion
import TextScreen

extension LessonSheet {
  /// The number of the choice that stands at a cell; nil where none does.
  static func choice(
    atColumn column: Int, row: Int, of lesson: LessonState, layout: ScreenLayout,
    glyphs: Glyphs
  ) -> Int? {
    guard lesson.phase == .asked, lesson.hint == nil, layout.sheet.height > 2,
      let prediction = lesson.page.prediction, case .choice(let options, _) = prediction.kind
    else { return nil }
    var room = PanelFrame.content(of: layout.sheet)
    let text = room.takeLeft(min(LessonRoom.columns, room.width))
    guard text.contains(column: column, row: row) else { return nil }
    let asked = prediction.question.lines(
      width: text.width, measured: lesson.measured, glyphs: glyphs
    ).count
    var line = row - text.y - asked
    for (index, option) in options.enumerated() where line >= 0 {
      line -= LessonRoom.height(of: option, width: text.width, glyphs: glyphs)
      if line < 0 { return index + 1 }
    }
    return nil
  }
}
