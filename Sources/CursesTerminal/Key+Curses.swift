import CNcurses
import TextScreen

extension Key {
  /// The key of a number of the C side.
  init?(number: Int32) {
    switch number {
    case TERMINAL_UP: self = .up
    case TERMINAL_DOWN: self = .down
    case TERMINAL_LEFT: self = .left
    case TERMINAL_RIGHT: self = .right
    case TERMINAL_SHIFT_UP: self = .shiftUp
    case TERMINAL_SHIFT_DOWN: self = .shiftDown
    case TERMINAL_SHIFT_LEFT: self = .shiftLeft
    case TERMINAL_SHIFT_RIGHT: self = .shiftRight
    case TERMINAL_HOME: self = .home
    case TERMINAL_END: self = .end
    case TERMINAL_PAGE_UP: self = .pageUp
    case TERMINAL_PAGE_DOWN: self = .pageDown
    case TERMINAL_ENTER: self = .enter
    case TERMINAL_BACKSPACE: self = .backspace
    case TERMINAL_DELETE: self = .delete
    case TERMINAL_INSERT: self = .insert
    case TERMINAL_BACK_TAB: self = .backTab
    case TERMINAL_FUNCTION + 1...TERMINAL_FUNCTION + 24:
      self = .function(Int(number - TERMINAL_FUNCTION))
    default: return nil
    }
  }
}
