import Diffusion
import Foundation
import Interface
import TextScreen

/// Reads what a session began with from the lines of its head.
struct SessionHeadReader {
  /// The JSON that follows each key.
  let keys: [String: Substring]
  /// The line of each key.
  let places: [String: Int]
  let file: String

  private static let known = [
    "stipple_session", "program", "title", "seed", "glyphs", "motion", "audience", "experiment",
    "session", "weights", "whole", "signal",
  ]

  func head() throws(InputError) -> SessionHead {
    guard let version: Int = try value("stipple_session") else {
      throw InputError(
        "not a session: it has no line 'stipple_session: \(SessionHead.version)'; 'stipple run "
          + "--keep FILE' makes one", file: file)
    }
    guard version == SessionHead.version else {
      throw fault("stipple_session", "must be \(SessionHead.version), not \(version)")
    }
    for key in keys.keys.sorted() where !Self.known.contains(key) {
      throw fault(key, "\(UnknownName(name: key, family: "key", known: Self.known))")
    }
    let audience: String = try value("audience") ?? ViewOptions.Audience.student.rawValue
    let motion: String = try value("motion") ?? ViewOptions.Motion.full.rawValue
    var head = SessionHead(
      opening: try opening(), weights: try weights(), glyphs: try glyphs(),
      motion: ViewOptions.Motion(rawValue: motion) ?? .full,
      audience: ViewOptions.Audience(rawValue: audience) ?? .student)
    head.program = try value("program") ?? ""
    head.isWhole = try value("whole") ?? true
    return head
  }

  private func opening() throws(InputError) -> SessionHead.Opening {
    if let record: Session.Record = try value("session") { return .session(record) }
    guard let experiment: Experiment = try value("experiment") else {
      throw InputError("a session needs a line 'experiment:' or 'session:'", file: file)
    }
    return .experiment(experiment)
  }

  private func weights() throws(InputError) -> Data? {
    guard let text: String = try value("weights") else { return nil }
    guard let data = Data(base64Encoded: text) else {
      throw fault("weights", "must be the bytes of a file of weights in base64")
    }
    return data
  }

  private func glyphs() throws(InputError) -> Glyphs {
    struct Pair: Decodable {
      let dots: String
      let isUnicode: Bool

      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        dots = try list.decode(String.self)
        isUnicode = try list.decode(Bool.self)
      }
    }
    guard let pair: Pair = try value("glyphs") else { return .braille }
    let dots = Glyphs.Dots.allCases.first { $0.rawValue == pair.dots } ?? .braille
    return Glyphs(dots: dots, unicodeText: pair.isUnicode)
  }

  /// What follows a key; nil where there is no such line.
  private func value<Value: Decodable>(_ key: String) throws(InputError) -> Value? {
    guard let text = keys[key] else { return nil }
    guard let value = try? JSONDecoder().decode(Value.self, from: Data(text.utf8)) else {
      let shown = text.drop { $0 == " " }.prefix(60)
      throw fault(key, "this version of the program cannot read '\(String(shown).excerpt)'")
    }
    return value
  }

  private func fault(_ key: String, _ message: String) -> InputError {
    InputError(
      "\(key): \(message)", file: file,
      place: InputError.Place(line: places[key] ?? 1, column: 1))
  }
}
