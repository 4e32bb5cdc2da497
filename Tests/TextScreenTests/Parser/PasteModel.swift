import Foundation

@testable import TextScreen

/// A paste as it comes, with pauses in it, and where it is over: found by patterns over the whole.
///
/// It is written with a letter for each thing: `e` an escape, `s` and `l` a short and a long pause,
/// anything else itself.
struct PasteModel {
  /// What comes between the mark at the beginning and the place where it is over.
  let inside: Substring

  /// Three escapes that were alone, or three at all and a long pause; nothing else between them.
  private static let leaving = "(?:(?:e+[sl]+){3}|(?:e[sl]*){2,}es*l)$"
  private static let ending = #"e[sl]*\[201~$"#

  init(_ script: String) {
    let over = script.indices.map { script[...$0] }.first { part in
      [Self.leaving, Self.ending].contains {
        part.range(of: $0, options: .regularExpression) != nil
      }
    }
    inside = over ?? script[...]
  }

  /// Whether it is over by its mark.
  var hasEnd: Bool { inside.hasSuffix("[201~") }

  /// The text that was pasted; nil where it is not over.
  var text: String? {
    guard
      let end = inside.range(of: hasEnd ? Self.ending : Self.leaving, options: .regularExpression)
    else { return nil }
    var text = inside[..<end.lowerBound]
    if !hasEnd { while let last = text.last, "esl".contains(last) { text.removeLast() } }
    return text.filter { !"sl".contains($0) }.replacingOccurrences(of: "e", with: "\u{1B}")
  }

  /// What the parser makes of it, but for saying that there is no end yet, and whether it is over
  /// then.
  static func parsed(_ script: Substring) -> (events: [InputEvent], isOver: Bool) {
    var parser = InputParser()
    var events = parser.take("\u{1B}[200~".utf8)
    for thing in script {
      switch thing {
      case "e": events += parser.take([0x1B])
      case "s": events += parser.silence(of: parser.escapeDelay * 0.75)
      case "l": events += parser.silence(of: InputParser.pasteDelay)
      default: events += parser.take(String(thing).utf8)
      }
    }
    return (events.filter { $0 != .pasteUnfinished }, parser.state == .ground)
  }
}

extension InputParser {
  /// Lets time go by in which nothing comes.
  mutating func silence(of seconds: Double) -> [InputEvent] {
    var events: [InputEvent] = []
    while let patience, patience <= seconds { events += timeOut() }
    return events
  }
}
