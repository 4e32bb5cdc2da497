import Diffusion

/// What can be done on the drawing board.
public enum DrawingAction: Sendable, Equatable {
  /// Takes the board out, with the points drawn before.
  case begin
  /// Moves the cursor of the keys.
  case move(columns: Int, rows: Int)
  case stamp
  case togglePen
  case toggleTool
  case resize(Int)
  case label(Int)
  case undo
  case clear
  /// A stroke through places of the plane.
  case stroke([Point], erases: Bool)
  /// Makes what is drawn the data.
  case use
}

extension DrawingAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateDrawing(self) }

  var isMove: Bool {
    switch self {
    case .move, .resize: true
    case .begin, .stamp, .togglePen, .toggleTool, .label, .undo, .clear, .use, .stroke: false
    }
  }

  var withinBounds: DrawingAction {
    switch self {
    case .move(let columns, let rows): .move(columns: columns.bounded, rows: rows.bounded)
    case .resize(let step): .resize(step.bounded)
    case .stroke(let places, let erases): .stroke(places.map(\.bounded), erases: erases)
    case .begin, .stamp, .togglePen, .toggleTool, .label, .undo, .clear, .use: self
    }
  }
}
