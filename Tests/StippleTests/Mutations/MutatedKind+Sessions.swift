import Diffusion
import Foundation
import Interface
import TextScreen

@testable import stipple

/// What the program keeps of a screen, gone on with: opened, its script followed, drawn, and all of it
/// undone and done again.
extension MutatedKind {
  private static func kept(
    _ text: String, playing lines: String, in folder: String
  ) throws -> [UInt8] {
    let experiment = try PresetReader(file: "p.yaml").experiment(from: text)
    var session = OffscreenSession(
      try AppState(experiment: experiment, size: Size(columns: 80, rows: 24)))
    try session.play(Script(play: lines))
    let file = try SessionFolder(path: folder).begin()
    try file.keep(Session(session.state), isLast: true)
    let page = try Data(contentsOf: URL(filePath: "\(file.folder)/session.json"))
    return [UInt8](page)
  }

  static let sessions = MutatedKind(
    name: "sessions", ending: "json", kind: .session, rarity: 16,
    files: {
      let small = "particles: 20\nmodel: {kind: exact}\nschedule: {kind: cosine, timesteps: 20}\n"
      let lines = "pause; set steps 5; set steps 7; undo; time 0.5; particle 3; view score exact"
      return try [
        (small, lines), (small, "pause; compare steps 4 8; set sampler ddpm; draw stroke 0 0 1 1"),
        ("particles: 20\nmethod: inverse-cdf\n", "pause; set seed 4"),
        (
          "particles: 20\nmodel: {kind: exact}\nschedule: {kind: straight-line}\nprior: two-moons\n",
          "pause"
        ),
      ].enumerated().map { number, example in
        let folder = try Scratch()
        return try kept(example.0, playing: example.1, in: folder.file("\(number)"))
      }
    },
    change: { mutator, files in
      // The name of weights that do not lie beside it says nothing new.
      let bytes = mutator.changed(files, isText: true)
      guard let text = String(validating: bytes, as: UTF8.self) else { return bytes }
      return Array(text.replacing(#/,"weights":"[^"]*"/#, with: "").utf8)
    },
    reading: { path in
      let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
      let session = try SessionFile.session(in: folder)
      do {
        try goOn(with: session)
      } catch let error as ExperimentError {
        throw InputError(error.description, file: path)
      }
    })

  private static func goOn(with session: Session) throws(ExperimentError) {
    var screen = OffscreenSession(
      try AppState(resuming: session, size: Size(columns: 80, rows: 24)))
    try? screen.play(session.script)
    let steps: [Action] =
      Array(repeating: .experiment(.undo), count: 3)
      + Array(repeating: .experiment(.redo), count: 6)
    for action in steps {
      screen.take(action)
      _ = ScreenPicture.draw(state: screen.state, glyphs: .braille)
    }
  }
}
