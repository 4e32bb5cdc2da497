import Diffusion
import Foundation
import Interface
import TextScreen

/// Reads the list of an event, item after item.
struct EventReader {
  /// What is wrong with a line.
  struct Fault: Error { let message: String }

  private var items: ArraySlice<JSONValue>

  /// An event of a file, from its line without the dash.
  static func event(_ line: Substring) throws(Fault) -> TimedEvent {
    guard let items = try? JSONDecoder().decode([JSONValue].self, from: Data(line.utf8)) else {
      throw Fault(message: "an event is a list in brackets, such as [1.5, \"key\", \"space\"]")
    }
    var reader = EventReader(items: items[...])
    let seconds = try reader.number(in: 0...1e7)
    let event = try reader.event()
    guard reader.items.isEmpty else {
      throw Fault(message: "there is more in the list than belongs to the event")
    }
    return TimedEvent(event, at: seconds)
  }

  private static let names = [
    "opened", "resized", "theme", "key", "mouse", "paste", "line", "tick", "clock", "trained",
    "answered", "filed", "data", "unfiled", "refreshed", "hint", "failed", "kept",
  ]

  private mutating func event() throws(Fault) -> SessionEvent {
    let name = try text()
    switch name {
    case "opened": return .opened
    case "resized":
      return .resized(Size(columns: try whole(in: 1...1000), rows: try whole(in: 1...1000)))
    case "theme": return .theme(try text())
    case "key": return .key(try key(), isFollowed: try isTrue())
    case "mouse": return .mouse(try mouse())
    case "paste": return .paste(try text())
    case "line": return .line(try text())
    case "tick":
      return .tick(microseconds: try whole(in: 0...1_000_000_000), work: try whole(in: 0...(.max)))
    case "clock": return .clock(seconds: try whole(in: 0...10_000_000))
    case "trained":
      return .trained(
        step: try whole(in: 0...(.max)), stepsPerSecond: try number(in: 0...1e12),
        adjustments: try rest())
    case "answered": return try answered()
    case "filed": return .filed(.text(try text()))
    case "data": return .filed(.data(try decoded()))
    case "unfiled": return .filed(.failure(try text()))
    case "refreshed": return .refreshed
    case "hint": return .hint(try text())
    case "failed": return .failed(try text())
    case "kept": return .kept(failure: items.isEmpty ? nil : try text())
    default:
      throw Fault(message: "\(UnknownName(name: name, family: "event", known: Self.names))")
    }
  }

  private mutating func key() throws(Fault) -> Key {
    let name = try text()
    guard let key = Key(named: name) else {
      throw Fault(message: "there is no key '\(name.excerpt)'; 'stipple list keys' lists them")
    }
    return key
  }

  private mutating func mouse() throws(Fault) -> Mouse {
    let kind = try known(
      try text(), "deed of the mouse", EventWords.kinds.map { ($0.word, $0.kind) })
    let button = try known(try text(), "button", EventWords.buttons.map { ($0.word, $0.button) })
    var mouse = Mouse(
      kind, button: button, column: try whole(in: -1...10_000), row: try whole(in: -1...10_000))
    while !items.isEmpty {
      switch try text() {
      case "shift": mouse.shift = true
      case "control": mouse.control = true
      case let other: _ = try known(other, "modifier", [("shift", true), ("control", true)])
      }
    }
    return mouse
  }

  private mutating func answered() throws(Fault) -> SessionEvent {
    let kind = try known(
      try text(), "kind of work", JobKind.allCases.map { ($0.rawValue, $0) })
    let side = try known(try text(), "side", Side.allCases.map { ($0.rawValue, $0) })
    let count = try whole(in: 0...(.max))
    let seconds = items.isEmpty ? 0 : try number(in: 0...1e7)
    return .answered(JobName(kind: kind, side: side, number: count), seconds: seconds)
  }

  private func known<Value>(
    _ word: String, _ family: String, _ values: [(word: String, value: Value)]
  ) throws(Fault) -> Value {
    guard let found = values.first(where: { $0.word == word }) else {
      let names = values.map(\.word)
      throw Fault(message: "\(UnknownName(name: word, family: family, known: names))")
    }
    return found.value
  }

  // MARK: - Items

  private mutating func next() throws(Fault) -> JSONValue {
    guard let item = items.popFirst() else {
      throw Fault(message: "the list of the event is too short")
    }
    return item
  }

  private mutating func text() throws(Fault) -> String {
    guard let text = try next().text else {
      throw Fault(message: "a text in quotes was expected")
    }
    return text
  }

  private mutating func whole(in range: ClosedRange<Int>) throws(Fault) -> Int {
    guard let number = try next().whole, range.contains(number) else {
      throw Fault(
        message: "a whole number from \(range.lowerBound) to \(range.upperBound) was expected")
    }
    return number
  }

  private mutating func number(in range: ClosedRange<Double>) throws(Fault) -> Double {
    guard let number = try next().number, range.contains(number) else {
      throw Fault(
        message: "a number from \(range.lowerBound) to \(range.upperBound) was expected")
    }
    return number
  }

  private mutating func isTrue() throws(Fault) -> Bool {
    guard !items.isEmpty else { return false }
    guard let truth = try next().truth else {
      throw Fault(message: "true or false was expected")
    }
    return truth
  }

  private mutating func decoded<Value: Decodable>() throws(Fault) -> Value {
    let text = try text()
    guard let value = try? JSONDecoder().decode(Value.self, from: Data(text.utf8)) else {
      throw Fault(message: "this version of the program does not know the value '\(text.excerpt)'")
    }
    return value
  }

  private mutating func rest<Value: Decodable>() throws(Fault) -> [Value] {
    var values: [Value] = []
    while !items.isEmpty { values.append(try decoded()) }
    return values
  }
}
