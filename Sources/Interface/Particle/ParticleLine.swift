import Diffusion
import TextScreen

/// A line of a method's page of a particle: a name, what it is, and what is said beside it where
/// there is room.
struct ParticleLine {
  var name = ""
  let value: StyledText
  /// A remark, which narrow panels leave out: `?` explains the name.
  var note: StyledText = .init()
  /// A number that belongs to it, beside it or below.
  var aside: (name: String, value: StyledText)?

  init(_ name: String, _ value: StyledText, note: String = "") {
    self.name = name
    self.value = value
    if !note.isEmpty { self.note = .label(note) }
  }

  /// Words alone.
  init(_ words: StyledText) { value = words }

  init(_ name: String, _ value: String, note: String = "") {
    self.init(name, StyledText(value), note: note)
  }

  /// A place beside the exact one, and how far it is from that.
  init(_ name: String, _ place: Point, insteadOf exact: Point, scale: Double) {
    self.init(name, Text.pair(place, scale: scale))
    aside = ("off", StepFormula.number((place - exact).length))
  }

  /// The columns of the longest name, and a blank.
  private static let nameWidth = 9

  private func named(_ name: String, _ value: StyledText) -> StyledText {
    let blanks = String(repeating: " ", count: max(1, Self.nameWidth - name.count))
    return name.isEmpty ? value : .label(name + blanks) + value
  }

  /// The line in a panel of so many columns, or the lines that it needs there.
  func rows(_ columns: Int, _ glyphs: Glyphs) -> [StyledText] {
    let line = named(name, value)
    guard let aside else {
      let notes = ["  ", " "].map { .label($0) + note }
      return [line.followed(by: notes[0], notes[1], within: columns, glyphs: glyphs)]
    }
    let beside = line + .label(" \(aside.name) ") + aside.value
    if beside.columns(in: glyphs) <= columns { return [beside] }
    return [line, named(" \(aside.name)", aside.value)]
  }
}

extension [ParticleLine] {
  /// Draws the lines, the most telling first.
  func draw(on surface: inout Surface, in room: Rect) {
    var rest = room
    let rows = flatMap { $0.rows(room.width, surface.glyphs) }
    for row in rows.prefix(room.height) { surface.write(row, in: rest.takeTop(1)) }
  }
}
