import Foundation
import TextScreen

extension Bench {
  private static let memorySize = Size(columns: 120, rows: 40)

  /// The memory of the whole program on a terminal, trained and drawn as it opens: of a process of its own,
  /// because this one has made other measurements.
  ///
  /// - Parameters:
  ///   - particles: how many points the cloud has.
  ///   - after: for how many seconds it has run by then.
  func memory(particles: Int, after seconds: Double) throws -> BenchRow {
    guard let program = Launch.executable else {
      throw WorkError("the file of the program cannot be told, so no second one can be measured")
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let terminal = try PseudoTerminal(size: Self.memorySize)
    defer { terminal.close() }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["run", "eight-gaussians", "--set", "{particles: \(particles)}"]
    // It keeps its session where nobody looks for one.
    process.environment = ["TERM": "xterm-256color", "XDG_STATE_HOME": folder.path]
    try process.run()
    defer {
      // Not by a request, which whoever began this program may have blocked: nothing of it is kept.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    Thread.sleep(forTimeInterval: seconds)
    let memory = try ProcessMemory(of: process.processIdentifier)
    var row = BenchRow("memory", self)
    row.points = particles
    row.seconds = seconds
    row.residentMb = memory.resident
    row.mostResidentMb = memory.mostResident
    row.anonymousMb = memory.anonymous
    return row
  }
}

/// What a process has in memory, in megabytes.
struct ProcessMemory {
  /// All of its pages that are in memory, those of files such as libraries among them.
  let resident: Double
  /// The most that it had.
  let mostResident: Double
  /// Those that are of no file.
  let anonymous: Double

  /// Reads what the system tells of a process.
  init(of process: Int32) throws(WorkError) {
    let path = "/proc/\(process)/status"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw WorkError("\(path) cannot be read, and memory is told there")
    }
    try self.init(status: text)
  }

  /// - Parameter status: lines such as `VmRSS:  61234 kB`.
  init(status: String) throws(WorkError) {
    var kilobytes: [Substring: Double] = [:]
    for line in status.split(separator: "\n") {
      let words = line.split(whereSeparator: \.isWhitespace)
      if words.count == 3, words[2] == "kB" { kilobytes[words[0].dropLast()] = Double(words[1]) }
    }
    func megabytes(_ key: Substring) throws(WorkError) -> Double {
      guard let value = kilobytes[key] else {
        throw WorkError("the system does not tell \(key) of a process; it may have ended")
      }
      return value * 1024 / 1e6
    }
    resident = try megabytes("VmRSS")
    mostResident = try megabytes("VmHWM")
    anonymous = try megabytes("RssAnon")
  }
}
