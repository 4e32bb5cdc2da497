import CursesTerminal
import Diffusion
import Foundation
import Interface

/// The live screen: opens the terminal, runs until somebody quits, gives the terminal back.
enum Screen {
  /// How a person wants to see it.
  struct Options {
    var theme = Theme.dark
    /// Nil for the best the terminal can show.
    var dots: Glyphs.Dots?
    /// Nil for what suits the line: fewer frames over a network.
    var framesPerSecond: Double?
    var usesMouse = true
  }

  /// Frames a second on the machine's own terminal, and through a network.
  private static let localRate = 60.0
  private static let remoteRate = 20.0

  /// - Parameter weights: a network to begin with.
  static func run(
    _ experiment: Experiment, weights: Weights?, options: Options, presets: PresetLibrary
  ) throws {
    let environment = ProcessInfo.processInfo.environment
    let state: AppState
    do {
      state = try AppState(
        experiment: experiment, weights: weights, presets: presets.screenEntries,
        presetPlaces: presets.places, size: Size(columns: 80, rows: 24))
    } catch {
      throw InputError(error.description)
    }
    let terminal = try open(options, environment: environment)
    let runtime = Runtime(
      state: state, terminal: terminal,
      theme: terminal.depth == .mono ? .mono : options.theme, files: .workingFolder,
      framesPerSecond: options.framesPerSecond ?? usualRate(in: environment),
      trainingThreads: Machine.trainingThreads)
    switch runtime.run() {
    case .quit: break
    case .signal(let number): throw Ended(status: 128 + number)
    case .hangup: throw Ended(status: 128 + SIGHUP)
    }
  }

  private static func open(
    _ options: Options, environment: [String: String]
  ) throws -> CursesTerminal {
    var terminalOptions = CursesTerminal.Options(environment: environment)
    terminalOptions.usesMouse = options.usesMouse
    terminalOptions.dots = options.dots
    do {
      return try CursesTerminal(options: terminalOptions)
    } catch {
      throw InputError(error.description)
    }
  }

  private static func usualRate(in environment: [String: String]) -> Double {
    let isRemote = ["SSH_CONNECTION", "SSH_TTY"].contains { environment[$0]?.isEmpty == false }
    return isRemote ? remoteRate : localRate
  }
}

/// The program ends by a signal, with the status a shell expects of that.
struct Ended: Error {
  let status: Int32
}
