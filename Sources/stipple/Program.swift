import ArgumentParser
import Diffusion

/// One run of the program on a console: from arguments to an exit status.
struct Program {
  let console: Console

  /// Runs the command that the arguments ask for.
  ///
  /// - Returns: 0 when all went well, 1 when the work failed, 2 for input that cannot be used,
  ///   64 for arguments that cannot.
  func run(_ arguments: [String]) -> Int32 {
    do {
      try refuseMisspelledCommand(in: arguments)
      var command = try Stipple.parseAsRoot(arguments)
      if let command = command as? any ConsoleCommand {
        var console = console
        console.words = arguments
        try command.run(on: console)
      } else {
        try command.run()
      }
      // What there was to say beside the results was not heard.
      return console.lostNotes() ? 2 : 0
    } catch {
      return status(of: error, arguments)
    }
  }

  /// A first word that is no command is taken for a preset to open, so a misspelled command would
  /// be answered with talk of presets.
  private func refuseMisspelledCommand(in arguments: [String]) throws {
    guard let word = arguments.first, !word.hasPrefix("-"), !PresetPath(word).isFile else { return }
    let commands = Self.commands
    let presets = console.presets.entries.map(\.name)
    guard !(commands + presets + ["help"]).contains(word),
      let nearest = Spelling.nearest(to: word, among: commands + presets),
      commands.contains(nearest)
    else { return }
    throw ValidationError("there is no command '\(word)'; did you mean '\(nearest)'?")
  }

  private func status(of error: any Error, _ arguments: [String]) -> Int32 {
    switch error {
    case is StandardOutput.Closed:
      return 0
    case let error as StandardOutput.Failure:
      complain("\(error)")
      return 2
    case let ended as Ended:
      return ended.status
    case let error as InputError:
      complain("\(error)")
      return 2
    case let error as WorkError:
      complain("\(error)")
      return error.status
    default:
      return status(ofParserError: error, arguments)
    }
  }

  /// Help and the version are errors to the parser too, with status 0.
  private func status(ofParserError error: any Error, _ arguments: [String]) -> Int32 {
    let code = Stipple.exitCode(for: error)
    if code.isSuccess {
      do {
        try console.output(Stipple.fullMessage(for: error) + "\n")
        return 0
      } catch {
        return status(of: error, arguments)
      }
    }
    let command = arguments.first.flatMap { Self.commands.contains($0) ? "\($0) " : nil } ?? ""
    let advice = "; see 'stipple \(command)--help'"
    complain(OneLine.text(Stipple.message(for: error), most: OneLine.most - advice.count) + advice)
    return code.rawValue
  }

  private static let commands = Stipple.configuration.subcommands.compactMap {
    $0.configuration.commandName
  }

  /// Says on one line what went wrong.
  private func complain(_ message: String) {
    console.note("stipple: \(OneLine.text(message))")
  }
}

/// A command that reads and writes through a console.
protocol ConsoleCommand: ParsableCommand {
  func run(on console: Console) throws
}
