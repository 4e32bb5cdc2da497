import CursesTerminal
import Diffusion
import Foundation
import Interface
import TextScreen

extension Screen.Opening {
  func state(
    with entries: [PresetEntry], from presets: PresetLibrary
  ) throws(ExperimentError) -> AppState {
    let size = Size(columns: 80, rows: 24)
    switch self {
    case .experiment(let experiment, let weights):
      return try AppState(
        experiment: experiment, weights: weights, presets: entries, presetPlaces: presets.places,
        size: size)
    case .session(let session, _):
      return try AppState(
        resuming: session, presets: entries, presetPlaces: presets.places, size: size)
    }
  }

  var script: Script {
    if case .session(let session, _) = self { session.script } else { Script() }
  }

  /// Who keeps the session, and the folder that it is in: the file it was resumed from, or a new one.
  /// Where there can be none, that is said on the screen.
  func keeper(
    in environment: [String: String]
  ) -> (keep: (@Sendable (Session, _ isLast: Bool) throws -> Void)?, folder: String?) {
    if case .session(_, let file?) = self {
      return ({ try file.keep($0, isLast: $1) }, file.folder)
    }
    guard let folder = SessionFolder(environment: environment) else { return (nil, nil) }
    do throws(WorkError) {
      let file = try folder.begin()
      return ({ try file.keep($0, isLast: $1) }, file.folder)
    } catch {
      return ({ _, _ in throw error }, nil)
    }
  }

  /// What a session that begins with it tells of the beginning.
  func head(_ options: Screen.Options, on terminal: CursesTerminal) -> SessionHead {
    let (opening, weights): (SessionHead.Opening, (any TrainedWeights)?) =
      switch self {
      case .experiment(let experiment, let weights): (.experiment(experiment), weights)
      case .session(let session, _): (.session(session.record), session.weights)
      }
    return SessionHead(
      opening: opening, weights: try? weights?.encoded(), glyphs: terminal.glyphs,
      motion: options.motion, audience: options.audience)
  }
}

extension Screen.Replaying {
  /// The session before its first event.
  func replay(of opening: Screen.Opening, from state: AppState) -> Replay {
    Replay(
      state, events: session.events(on: opening), isWhole: session.head.isWhole,
      trainingThreads: Machine.trainingThreads)
  }

  /// What the program ends with when nobody has taken over.
  func leave(_ ending: ReplayScreen.Ending) throws -> String? {
    switch ending {
    case .left, .takenOver: return nil
    case .signal(let number): throw Ended(signal: number)
    case .hangup: throw Ended(signal: SIGHUP)
    case .failed(let error): throw InputError("\(error)", file: session.path)
    }
  }
}
