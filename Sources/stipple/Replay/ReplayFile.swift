import Diffusion
import Foundation
import Interface
import TextScreen

/// A session as it lies in a file: what it began with, and what came.
struct ReplayFile {
  let path: String
  let head: SessionHead
  let events: [TimedEvent]

  private static let byteLimit = 64 << 20

  init(inFile path: String) throws(InputError) {
    let text = try TextFile.text(of: path, limit: Self.byteLimit)
    let name = TextFile.name(of: path)
    var keys: [String: Substring] = [:]
    var places: [String: Int] = [:]
    var events: [TimedEvent] = []
    var isInEvents = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let place = InputError.Place(line: index + 1, column: 1)
      guard isInEvents else {
        isInEvents = line == SessionHead.events
        guard !isInEvents else { continue }
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else {
          throw InputError(
            "a line 'key: value' was expected, such as 'stipple_session: 1'", file: name,
            place: place)
        }
        keys[String(parts[0])] = parts[1]
        places[String(parts[0])] = index + 1
        continue
      }
      guard line.hasPrefix("- ") else {
        throw InputError("an event begins with '- ['", file: name, place: place)
      }
      do throws(EventReader.Fault) {
        events.append(try EventReader.event(line.dropFirst(2)))
      } catch {
        throw InputError(error.message, file: name, place: place)
      }
    }
    self.path = path
    head = try SessionHeadReader(keys: keys, places: places, file: name).head()
    if !isInEvents {
      throw InputError("there are no events; a line 'events:' is missing", file: name)
    }
    self.events = head.isWhole ? events : Self.sinceKept(events)
  }

  /// What came since the session was kept last: without a beginning there is only that to go on from.
  private static func sinceKept(_ events: [TimedEvent]) -> [TimedEvent] {
    let start = events.lastIndex { $0.event == .kept(failure: nil) }.map { $0 + 1 } ?? 0
    let since = events[start...]
    return since.map { TimedEvent($0.event, at: $0.seconds - (since.first?.seconds ?? 0)) }
  }

  /// What the screen is opened on.
  ///
  /// - Parameter file: nil where the session is not gone on with in its own folder.
  func opening() throws(InputError) -> Screen.Opening {
    // Of a session that lost its beginning there is what was kept beside the report.
    if !head.isWhole {
      return .session(try SessionFile.session(in: TemporaryFile.folder(of: path)), nil)
    }
    let weights = try head.weights.map { data throws(InputError) in
      do throws(WeightsError) {
        return try Method.weights(decoding: data)
      } catch {
        throw InputError("weights: \(error)", file: path)
      }
    }
    switch head.opening {
    case .experiment(let experiment): return .experiment(experiment, weights: weights)
    case .session(let record): return .session(Session(record: record, weights: weights), nil)
    }
  }

  /// What is played on an opening: of a session that lost its beginning first the lines that lead to
  /// what was kept.
  func events(on opening: Screen.Opening) -> [TimedEvent] {
    if head.isWhole { return events }
    let lines = opening.script.lines.flatMap { line -> [SessionEvent] in
      guard case .say(let text) = line.step else { return [] }
      // A place that was asked for is reached before the next line.
      return [.line(text), .tick(microseconds: 0, work: .max)]
    }
    return lines.map { TimedEvent($0, at: 0) } + events
  }

  /// The last size that the screen had.
  var size: Size {
    for timed in events.reversed() { if case .resized(let size) = timed.event { return size } }
    return Size(columns: 80, rows: 24)
  }
}
