import Foundation

extension SessionFolder {
  /// The sessions as rows of a list, the latest first.
  static func rows(in environment: [String: String], at now: Date = Date()) -> [Listing.Row] {
    guard let folder = SessionFolder(environment: environment) else { return [] }
    return folder.entries.map { entry in
      let state = entry.isOpen ? "open in another program, kept" : "kept"
      return Listing.Row(
        id: entry.name, title: entry.title,
        summary: "\(state) \(age(now.timeIntervalSince(entry.date))) ago")
    }
  }

  /// Seconds in the largest unit that is not too large.
  static func age(_ seconds: Double) -> String {
    let units = [(86400.0, "day"), (3600.0, "hour"), (60.0, "minute")]
    let (size, name) = units.first { seconds >= $0.0 } ?? (1, "second")
    let count = Int(max(0, seconds) / size)
    return "\(count) \(name)\(count == 1 ? "" : "s")"
  }
}
