import Diffusion
import Foundation
import Interface
import TextScreen

/// An event as a line of a session's file: a list in brackets, with its seconds and its name first.
enum EventLine {
  /// The line, which ends in a line feed.
  static func text(_ event: SessionEvent, at seconds: Double) -> String {
    let time = String(format: "%.6f", seconds)
    return "- [\((["\(time)"] + words(of: event)).joined(separator: ","))]\n"
  }

  /// What follows the time, as JSON.
  private static func words(of event: SessionEvent) -> [String] {
    switch event {
    case .opened: named("opened")
    case .resized(let size): named("resized", "\(size.columns)", "\(size.rows)")
    case .theme(let name): named("theme", quoted(name))
    case .key(let key, let isFollowed):
      named("key", quoted(key.name)) + (isFollowed ? ["true"] : [])
    case .mouse(let mouse): words(of: mouse)
    case .paste(let text): named("paste", quoted(text))
    case .line(let text): named("line", quoted(text))
    case .tick(let microseconds, let work): named("tick", "\(microseconds)", "\(work)")
    case .clock(let seconds): named("clock", "\(seconds)")
    case .trained(let step, let speed, let adjustments):
      named("trained", "\(step)", number(speed)) + adjustments.map(json)
    case .answered(let name, let seconds):
      named("answered", quoted(name.kind.rawValue), quoted(name.side.rawValue), "\(name.number)")
        + (seconds == 0 ? [] : [number(seconds)])
    case .filed(.text(let text)): named("filed", quoted(text))
    case .filed(.data(let data)): named("data", json(data))
    case .filed(.failure(let reason)): named("unfiled", quoted(reason))
    case .refreshed: named("refreshed")
    case .hint(let text): named("hint", quoted(text))
    case .failed(let text): named("failed", quoted(text))
    case .kept(let failure): named("kept") + (failure.map { [quoted($0)] } ?? [])
    }
  }

  private static func words(of mouse: Mouse) -> [String] {
    let kind = EventWords.kinds.first { $0.kind == mouse.kind }?.word ?? ""
    let button = EventWords.buttons.first { $0.button == mouse.button }?.word ?? ""
    let held = (mouse.shift ? [quoted("shift")] : []) + (mouse.control ? [quoted("control")] : [])
    return named("mouse", quoted(kind), quoted(button), "\(mouse.column)", "\(mouse.row)") + held
  }

  private static func named(_ name: String, _ rest: String...) -> [String] {
    [quoted(name)] + rest
  }

  private static func quoted(_ text: String) -> String { JSONText.escaped(JSONText.quoted(text)) }

  /// A number as JSON, which has no infinities.
  private static func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "0" }

  /// A value as a string that holds JSON: numbers in it are read by the decoder that knows them.
  private static func json(_ value: some Encodable) -> String {
    quoted((try? JSONEncoder().encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "")
  }
}
