import Diffusion
import Foundation
import Interface
import TextScreen

/// What a session began with: the head of its file, before the events.
struct SessionHead {
  /// What the screen was opened on.
  enum Opening {
    case experiment(Experiment)
    /// What another session had left.
    case session(Session.Record)
  }

  /// The version of the program.
  var program = Stipple.versionWithCommit
  let opening: Opening
  /// The bytes of a file of weights that the screen was opened with.
  let weights: Data?
  /// The characters that the terminal could show.
  let glyphs: Glyphs
  let motion: ViewOptions.Motion
  let audience: ViewOptions.Audience
  /// Whether the events begin with the opening.
  var isWhole = true

  /// The version of the format.
  static let version = 1

  /// What is in hand: the experiment that is written out beside the opening, for people.
  private var experiment: Experiment {
    switch opening {
    case .experiment(let experiment): experiment
    case .session(let record): record.experiment
    }
  }

  /// The lines before the events.
  var text: String {
    let quoted = { (text: String) in JSONText.escaped(JSONText.quoted(text)) }
    var lines = [
      "# What came to a screen of Stipple, event by event: 'stipple replay FILE' plays it again.",
      "stipple_session: \(Self.version)",
      "program: \(quoted(program))",
      "title: \(quoted(experiment.title))",
      "seed: \(experiment.seed)",
      "glyphs: [\(quoted(glyphs.dots.rawValue)), \(glyphs.unicodeText)]",
      "motion: \(quoted(motion.rawValue))",
      "audience: \(quoted(audience.rawValue))",
    ]
    switch opening {
    case .experiment(let experiment): lines.append("experiment: \(json(experiment))")
    case .session(let record): lines.append("session: \(json(record))")
    }
    if let weights { lines.append("weights: \(quoted(weights.base64EncodedString()))") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The line between head and events.
  static let events = "events:"

  private func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let text = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
    return JSONText.escaped(text ?? "{}")
  }
}
