import Foundation

/// Files that are written whole or not at all.
///
/// The bytes go to a temporary file in the same folder, are forced to the disk, and only then
/// take the name of the old file. Whatever happens before leaves the old file as it was.
enum AtomicFile {
  /// Replaces a file, or makes it.
  static func write(_ data: Data, to path: String) throws(WorkError) {
    try write(to: path) { descriptor throws(WorkError) in
      try fill(descriptor, with: data, named: path)
    }
  }

  /// Replaces a file, or makes it, with what `fill` writes.
  static func write(
    to path: String, by fill: (_ descriptor: Int32) throws(WorkError) -> Void
  ) throws(WorkError) {
    if let kind = kind(of: path), kind != S_IFREG {
      return try writeThrough(to: path, by: fill)
    }
    let target = resolvedLink(path)
    let temporary = TemporaryFile(beside: target)
    try write(to: temporary, for: path, permissions: permissions(of: target), by: fill)
    guard rename(temporary.path, target) == 0 else {
      let error = WorkError.unwritten(path)
      unlink(temporary.path)
      throw error
    }
  }

  /// Makes a new file, whatever other programs do in the same folder at the same time.
  ///
  /// - Returns: false where there is something of that name already; it stays as it is.
  static func make(_ data: Data, at path: String) throws(WorkError) -> Bool {
    guard !isTaken(path) else { return false }
    let temporary = TemporaryFile(beside: path)
    try write(to: temporary, for: path) { descriptor throws(WorkError) in
      try self.fill(descriptor, with: data, named: path)
    }
    defer { unlink(temporary.path) }
    if link(temporary.path, path) == 0 { return true }
    if errno == EEXIST { return false }
    // A file system without links: an empty file takes the name, and the bytes take its place.
    let claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if claim < 0 && errno == EEXIST { return false }
    guard claim >= 0, close(claim) == 0, rename(temporary.path, path) == 0 else {
      throw .unwritten(path)
    }
    return true
  }

  /// Whether there is anything of this name, a link that leads nowhere included.
  static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func write(
    to temporary: TemporaryFile, for path: String, permissions mode: mode_t? = nil,
    by fill: (_ descriptor: Int32) throws(WorkError) -> Void
  ) throws(WorkError) {
    let descriptor = open(
      temporary.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o666)
    guard descriptor >= 0 else { throw .unwritten(path) }
    do throws(WorkError) {
      try fill(descriptor)
      if let mode { _ = fchmod(descriptor, mode) }
      guard fsync(descriptor) == 0 else { throw .unwritten(path) }
    } catch {
      close(descriptor)
      unlink(temporary.path)
      throw error
    }
    guard close(descriptor) == 0 else {
      let error = WorkError.unwritten(path)
      unlink(temporary.path)
      throw error
    }
  }

  /// Finds out before long work whether its result could be written.
  static func check(_ path: String) throws(InputError) {
    if path.isEmpty || path == TextFile.standardInputName {
      throw InputError("'\(path)' is not a file name; name the file to write")
    }
    switch kind(of: path) {
    case S_IFDIR: throw InputError("is a folder; name a file in it", file: path)
    case S_IFREG, nil: break
    case .some: return
    }
    let target = resolvedLink(path)
    let name = target.split(separator: "/").last ?? ""
    guard name.utf8.count <= mostNameBytes else {
      throw InputError(
        "a name of \(name.utf8.count) bytes is too long; the most are \(mostNameBytes)",
        file: "\(path.prefix(40))…")
    }
    let folder = TemporaryFile.folder(of: target)
    guard kind(of: folder) == S_IFDIR else {
      throw InputError("there is no folder '\(folder)' to write it to", file: path)
    }
    guard access(folder, W_OK | X_OK) == 0 else {
      throw InputError(
        "the folder '\(folder)' cannot be written to: \(SystemReason.last)", file: path)
    }
  }

  /// Devices and pipes have no name to take over; they are written to directly.
  private static func writeThrough(
    to path: String, by fill: (Int32) throws(WorkError) -> Void
  ) throws(WorkError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritten(path) }
    defer { close(descriptor) }
    try fill(descriptor)
  }

  /// Writes all of some data to what is open already, under the name that is told where it fails.
  static func fill(
    _ descriptor: Int32, with data: Data, named path: String
  ) throws(WorkError) {
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .unwritten(path) }
      rest = rest.dropFirst(count)
    }
  }

  /// The most bytes of the name of a file, as most file systems have it.
  private static let mostNameBytes = 255
  /// The most links that lead from one to another, as the system has it.
  private static let mostLinks = 40

  /// The file a symbolic link leads to, so that saving keeps the link; also one that is not there
  /// yet.
  static func resolvedLink(_ path: String) -> String {
    var target = path
    for _ in 0..<mostLinks {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: target) else {
        return target
      }
      target = next.hasPrefix("/") ? next : "\(TemporaryFile.folder(of: target))/\(next)"
    }
    return path
  }

  private static func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  private static func kind(of path: String) -> mode_t? {
    status(of: path).map { $0.st_mode & S_IFMT }
  }

  /// Who may do what with a file that is there.
  static func permissions(of path: String) -> mode_t? {
    status(of: path).map { $0.st_mode & 0o777 }
  }
}
