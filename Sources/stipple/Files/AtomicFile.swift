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
    let temporary = temporaryName(beside: target)
    let mode = permissions(of: target)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    do throws(WorkError) {
      try fill(descriptor)
      if let mode { _ = fchmod(descriptor, mode) }
      guard fsync(descriptor) == 0 else { throw failure(path) }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0, rename(temporary, target) == 0 else {
      let error = failure(path)
      unlink(temporary)
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
    let folder = folder(of: resolvedLink(path))
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
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    try fill(descriptor)
  }

  private static func fill(
    _ descriptor: Int32, with data: Data, named path: String
  ) throws(WorkError) {
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      rest = rest.dropFirst(count)
    }
  }

  private static func failure(_ path: String) -> WorkError {
    WorkError("\(path): cannot be written: \(SystemReason.last)")
  }

  /// The file a symbolic link leads to, so that saving keeps the link.
  private static func resolvedLink(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func temporaryName(beside path: String) -> String {
    let name = path.split(separator: "/").last ?? "file"
    return "\(folder(of: path))/.\(name.prefix(200)).\(getpid())-\(UInt32.random(in: 0...(.max)))"
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  private static func kind(of path: String) -> mode_t? {
    status(of: path).map { $0.st_mode & S_IFMT }
  }

  private static func permissions(of path: String) -> mode_t? {
    status(of: path).map { $0.st_mode & 0o777 }
  }
}
