import Foundation

/// Another program that does the same work, to be held beside a measurement.
///
/// It is called with the work's name and its settings as flags, such as `exact-w2 --points 2000 --threads 1
/// --seconds 1`, and prints one line of JSON: its own name as `peer` and its figure by the key of the
/// measurement's, `steps_per_s`, `point_steps_per_s`, `points_per_s` or `seconds`. For work that it does not do
/// it prints nothing.
struct BenchPeer {
  /// The program and its first words.
  let command: [String]

  /// - Parameter line: words with blanks between them.
  init(_ line: String) throws(InputError) {
    command = line.split(separator: " ").map(String.init)
    guard !command.isEmpty else {
      throw InputError(
        "--peer needs a program and its words, such as 'python3 presets/studies/peer.py'")
    }
  }

  /// What it prints.
  private struct Answer: Decodable {
    let peer: String
    let stepsPerS: Double?
    let pointStepsPerS: Double?
    let pointsPerS: Double?
    let seconds: Double?
  }

  /// The measurement with the peer's beside it; as it was where it has none.
  func beside(_ row: BenchRow, seconds: Double) throws -> BenchRow {
    let settings = [
      ("batch", row.batch), ("width", row.width), ("points", row.points),
      ("components", row.components), ("threads", row.threads),
    ]
    let flags = settings.flatMap { name, value in value.map { ["--\(name)", "\($0)"] } ?? [] }
    let text = try output(of: command + [row.work] + flags + ["--seconds", "\(seconds)"])
    guard let line = text.split(separator: "\n").last else { return row }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let answer = try? decoder.decode(Answer.self, from: Data(line.utf8)) else {
      throw WorkError(
        "--peer: '\(String(line).excerpt)' is no line of JSON with 'peer' and a figure")
    }
    var row = row
    // A speed, or with 'seconds' a time: less of that is faster.
    let figures = [
      (row.pointStepsPerS, answer.pointStepsPerS), (row.pointsPerS, answer.pointsPerS),
      (row.stepsPerS, answer.stepsPerS),
    ]
    if let (own, other) = figures.first(where: { $0 != nil && $1 != nil }), let own, let other {
      row.set(peer: answer.peer, figure: other, timesAsFast: own / other)
    } else if let own = row.seconds, let other = answer.seconds {
      row.set(peer: answer.peer, figure: other, timesAsFast: other / own)
    }
    return row
  }

  private func output(of words: [String]) throws(WorkError) -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch {
      throw WorkError("--peer: \(words[0].excerpt) cannot be run: \(error.localizedDescription)")
    }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw WorkError(
        "--peer: \(words[0].excerpt) ended with status \(process.terminationStatus)")
    }
    return text
  }
}
