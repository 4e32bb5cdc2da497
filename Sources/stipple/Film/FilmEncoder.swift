import Foundation

/// Another program that makes films, where it is installed.
struct FilmEncoder {
  private let name: String
  private let path: String

  /// Looks for it; nil where it is nowhere.
  ///
  /// - Parameter programs: where programs are looked for, as in `PATH`.
  init?(_ name: String, in programs: String) {
    let places = programs.split(separator: ":").map { "\($0)/\(name)" }
    guard let path = places.first(where: { access($0, X_OK) == 0 }) else { return nil }
    self.name = name
    self.path = path
  }

  /// Runs it.
  ///
  /// - Returns: what is in the file that it has made.
  func film(_ arguments: [String], in file: String) throws(WorkError) -> Data {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    do { try process.run() } catch {
      throw WorkError("\(path) cannot be run: \(error.localizedDescription)")
    }
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0, let film = FileManager.default.contents(atPath: file)
    else {
      let last = said.split(separator: "\n").last.map { ": \(String($0).excerpt)" } ?? ""
      throw WorkError("\(name) could not make the film\(last)")
    }
    return film
  }
}
