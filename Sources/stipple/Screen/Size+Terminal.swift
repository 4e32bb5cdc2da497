import Foundation
import Interface
import TextScreen

extension Size {
  /// The size of the terminal that output goes to; 80x24 where it does not tell.
  static var ofTerminal: Size {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else { return Size(columns: 80, rows: 24) }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }
}
