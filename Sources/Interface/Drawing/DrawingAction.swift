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
