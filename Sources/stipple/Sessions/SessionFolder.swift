import Foundation
import Interface

/// The folder of all sessions of a person, each in a folder of its own that one running program
/// holds by a lock.
struct SessionFolder {
  /// A session as it lies there.
  struct Entry: Equatable {
    let name: String
    let title: String
    /// When it was kept last.
    let date: Date
    /// Whether a running program holds it.
    let isOpen: Bool
  }

  let path: String

  /// How many sessions that nobody holds are left, and for how long.
  static let most = 20
  static let longest = 30 * 24 * 3600.0

  init(path: String) { self.path = path }

  /// The folder of the XDG base directory specification; nil where there is no home.
  init?(environment: [String: String]) {
    let named = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let state = named ?? environment["HOME"].map({ "\($0)/.local/state" }) else { return nil }
    self.init(path: "\(state)/stipple/sessions")
  }

  /// What is kept there, the latest first; what cannot be read is left out.
  var entries: [Entry] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let entries = names.compactMap { name -> Entry? in
      let folder = "\(path)/\(name)"
      guard let date = SessionFile.date(in: folder),
        let record = try? SessionFile.record(in: folder)
      else { return nil }
      return Entry(
        name: name, title: record.title, date: date, isOpen: SessionLock(in: folder) == nil)
    }
    return entries.sorted { ($0.date, $0.name) > ($1.date, $1.name) }
  }

  /// A new session, or nothing where a folder cannot be made.
  func begin() throws(WorkError) -> SessionFile {
    prune()
    let name = "\(Self.stamp.string(from: Date()))-\(getpid())"
    let folder = "\(path)/\(name)"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw WorkError("\(folder) cannot be made: \(error.localizedDescription)")
    }
    guard let lock = SessionLock(in: folder) else {
      throw WorkError("\(folder) is held by another program")
    }
    return SessionFile(folder: folder, lock: lock)
  }

  /// A session to go on with: the one of a name, or the latest that no running program holds.
  func resume(_ name: String?) throws(InputError) -> (file: SessionFile, session: Session) {
    let entries = entries
    let chosen =
      name.map { name in entries.first { $0.name == name } }
      ?? entries.first { !$0.isOpen }
    guard let entry = chosen else {
      let known = entries.map(\.name)
      throw InputError(
        name.map { "there is no session '\($0)'; 'stipple list sessions' lists them" }
          ?? (known.isEmpty
            ? "there is no session to go on with in \(path)"
            : "every session is open in another program"))
    }
    let folder = "\(path)/\(entry.name)"
    guard let lock = SessionLock(in: folder) else {
      throw InputError("the session \(entry.name) is open in another program")
    }
    let session = try SessionFile.session(in: folder)
    return (SessionFile(folder: folder, lock: lock), session)
  }

  /// Removes what is old, and what was begun and never kept; what others hold stays.
  private func prune() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names where SessionFile.date(in: "\(path)/\(name)") == nil {
      remove(name)
    }
    let now = Date()
    let free = entries.filter { !$0.isOpen }
    for (index, entry) in free.enumerated()
    where index >= Self.most || now.timeIntervalSince(entry.date) > Self.longest {
      remove(entry.name)
    }
  }

  private func remove(_ name: String) {
    let folder = "\(path)/\(name)"
    // Held while it goes, so that nobody takes it up meanwhile.
    guard let lock = SessionLock(in: folder) else { return }
    withExtendedLifetime(lock) { try? FileManager.default.removeItem(atPath: folder) }
  }

  private static let stamp = {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.dateFormat = "yyyyMMdd-HHmmss"
    return format
  }()
}
