import CNcurses
import TextScreen

extension KeyDescription {
  /// What the description of the open terminal says; none of it where no terminal is open.
  static var ofTerminal: KeyDescription {
    var description = KeyDescription()
    let functions = (1...24).map { (name: "kf\($0)", key: Key.function($0)) }
    for (name, key) in capabilities + functions {
      guard let sequence = terminal_capability(name) else { continue }
      description.add(Array(String(cString: sequence).utf8), key)
    }
    return description
  }

  /// By the names of terminfo(5); those with a capital after the k are common additions to it.
  private static let capabilities: [(name: String, key: Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
    ("kend", .end), ("kfnd", .home), ("kslt", .end), ("kpp", .pageUp), ("knp", .pageDown),
    ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
    ("kbs", .backspace), ("kri", .shiftUp), ("kind", .shiftDown), ("kUP", .shiftUp),
    ("kDN", .shiftDown), ("kLFT", .shiftLeft), ("kRIT", .shiftRight),
  ]
}
