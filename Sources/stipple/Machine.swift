import Foundation

/// What the program may take of the machine it runs on.
enum Machine {
  /// The threads that training may keep busy: all cores but the one that draws and listens.
  static let trainingThreads = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
}
