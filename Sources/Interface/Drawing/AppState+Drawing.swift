import Diffusion
import TextScreen

/// The drawing board: points drawn by hand become the data.
extension AppState {
  mutating func updateDrawing(_ action: DrawingAction) -> [Effect] {
    if action == .begin {
      beginDrawing()
      return []
    }
    guard var drawing = drawing ?? board(for: action) else {
      say("the drawing board is not out; draw takes it out")
      return []
    }
    if action == .use { return use(drawing) }
    var hasRoom = true
    switch action {
    case .begin, .use: break
    case .move(let columns, let rows): hasRoom = drawing.moveCursor(columns: columns, rows: rows)
    case .stamp:
      drawing.beginStroke()
      hasRoom = drawing.draw(from: drawing.cursor, to: drawing.cursor, with: drawing.tool)
    case .togglePen:
      drawing.isPenDown.toggle()
      if drawing.isPenDown {
        drawing.beginStroke()
        hasRoom = drawing.draw(from: drawing.cursor, to: drawing.cursor, with: drawing.tool)
      }
    case .toggleTool: drawing.tool = drawing.tool.other
    case .resize(let step): drawing.changeRadius(by: step)
    case .label(let label): drawing.label = min(max(0, label), Drawing.labels - 1)
    case .undo where !drawing.canUndo: say("nothing to undo")
    case .undo: drawing.undo()
    case .clear: drawing.clear()
    case .stroke(let places, let erases):
      hasRoom = drawing.stroke(through: places, with: erases ? .eraser : .brush)
    }
    finish(drawing, hasRoom: hasRoom)
    return []
  }

  /// The board, if it is out.
  var drawing: Drawing? {
    if case .drawing(let drawing) = overlay { drawing } else { nil }
  }

  /// Strokes of a script take the board out by themselves.
  private func board(for action: DrawingAction) -> Drawing? {
    if case .stroke = action { latestDrawing } else { nil }
  }

  private mutating func beginDrawing() {
    view.camera = Camera()
    overlay = .drawing(latestDrawing)
  }

  /// The drawing to go on with: the one that was left, or the one that is the data.
  private var latestDrawing: Drawing { drafts.drawing ?? Drawing(experiment.distribution) }

  /// Puts a drawing aside that the board is left with, for when it is taken out again.
  mutating func keep(_ drawing: Drawing) {
    let isData = !drawing.canUndo && drawing.sites == Drawing(experiment.distribution).sites
    drafts.drawing = isData ? nil : drawing.lifted
    if !isData { say("the drawing is kept; D goes on with it") }
  }

  private mutating func finish(_ drawing: Drawing, hasRoom: Bool) {
    overlay = .drawing(drawing)
    if !hasRoom {
      warn("\(Text.count(Stage.mostComponents)) points are the most; erase some first")
    }
  }

  private mutating func use(_ drawing: Drawing) -> [Effect] {
    guard !drawing.sites.isEmpty else {
      say("nothing is drawn yet: hold the mouse, or press space")
      return []
    }
    overlay = nil
    drafts.drawing = nil
    var changed = experiment
    changed.setDistribution(drawing.distribution)
    changed.title = "Drawing"
    return edit(changed)
  }

  /// The mouse on the board: left draws, right erases, the wheel sizes the brush.
  mutating func draw(_ drawing: Drawing, with mouse: Mouse) -> [Effect] {
    var drawing = drawing
    let room = DrawingOverlay.room(on: size)
    let site = DrawingSpace(room).site(atColumn: mouse.column, row: mouse.row)
    var hasRoom = true
    switch mouse.kind {
    case .press where mouse.row == size.rows - 1:
      return clickFooter(mouse)
    case .press where room.contains(column: mouse.column, row: mouse.row):
      drawing.beginStroke()
      if mouse.button == .right { drawing.tool = .eraser }
      hasRoom = drawing.draw(from: site, to: site, with: drawing.tool)
      drawing.stroke = site
    case .drag:
      guard let last = drawing.stroke else { return [] }
      hasRoom = drawing.draw(from: last, to: site, with: drawing.tool)
      drawing.stroke = site
    case .release:
      drawing.stroke = nil
      if mouse.button == .right { drawing.tool = .brush }
    case .wheelUp: drawing.changeRadius(by: 1)
    case .wheelDown: drawing.changeRadius(by: -1)
    case .press: return []
    }
    finish(drawing, hasRoom: hasRoom)
    return []
  }
}

extension Drawing {
  /// A stroke through places of the plane.
  fileprivate mutating func stroke(through places: [Point], with tool: Tool) -> Bool {
    beginStroke()
    let stops = places.map(Self.site)
    guard let first = stops.first else { return true }
    var hasRoom = draw(from: first, to: first, with: tool)
    for (start, end) in zip(stops, stops.dropFirst()) {
      hasRoom = draw(from: start, to: end, with: tool) && hasRoom
    }
    return hasRoom
  }
}
