import Foundation

/// The Python of the machine, where there is one.
enum Python {
  static let isThere = (try? output(of: ["-c", ""])) != nil
  static let hasYAML = (try? output(of: ["-c", "import yaml"])) != nil

  private struct Failed: Error { let said: String }

  static func run(_ program: String, _ arguments: String...) throws {
    _ = try output(of: ["-c", program] + arguments)
  }

  /// What Python prints; throws what it says where it fails.
  static func output(of arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Failed(said: String(decoding: said, as: UTF8.self)) }
    return String(decoding: printed, as: UTF8.self)
  }
}
