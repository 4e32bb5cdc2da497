import CProgram
import Foundation

/// How the program was begun, told without `/proc`: a fresh chroot has none.
enum Launch {
  /// The words after the program's name.
  static var arguments: [String] {
    (0..<program_word_count()).dropFirst().map { String(cString: program_word($0)) }
  }

  /// The path of the file that is run, behind all links; nil where it cannot be told.
  static var executable: String? {
    guard let path = program_file().flatMap({ realpath($0, nil) }) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
