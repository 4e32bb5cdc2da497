import Diffusion

/// What can be said about the program itself.
extension Command {
  static let program: [Command] = [
    Command("palette", "find anything that can be done") { _ in [.line(.openPalette)] },
    Command("help", "every key") { _ in [.overlay(.toggleHelp)] },
    Command("quit", "leave; unsaved training asks first") { _ in [.program(.requestQuit)] },
    Command("quit now", "leave without being asked") { _ in [.program(.quit)] },
  ]
}
