import Foundation

/// A file beside the one it is going to be, under a name of its own.
///
/// The name tells which process writes it. What processes have left behind that ended in the
/// middle is removed when the next one writes into the same folder.
struct TemporaryFile {
  let path: String

  private static let beginning = ".stipple-"
  private static let ending = ".part"
  /// How old something must be to be nobody's, in seconds: another machine may write to the folder.
  private static let age = 3600.0

  /// A name in the folder of a file; it does not grow with the file's own.
  init(beside target: String) {
    let folder = Self.folder(of: target)
    Self.removeOrphans(in: folder)
    let number = UInt32.random(in: 0...(.max))
    path = "\(folder)/\(Self.beginning)\(getpid())-\(number)\(Self.ending)"
  }

  /// The folder of a file.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func removeOrphans(in folder: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for name in names where name.hasPrefix(beginning) && name.hasSuffix(ending) {
      let number = name.dropFirst(beginning.count).prefix { $0 != "-" }
      let path = "\(folder)/\(name)"
      var status = stat()
      guard let process = pid_t(number), process > 0, lstat(path, &status) == 0,
        Date.now.timeIntervalSince1970 - Double(status.st_mtim.tv_sec) > age,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      // A folder of pictures goes with what is in it.
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}
