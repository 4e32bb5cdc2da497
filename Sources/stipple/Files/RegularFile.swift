import Foundation

/// A file of a disk, opened without waiting for anybody.
///
/// A pipe waits for its writer, a device may never end or do something when it is opened, and the
/// files of `/proc` are no files: each is refused by what it is before it is opened.
struct RegularFile: ~Copyable {
  let descriptor: Int32
  /// How many bytes it has.
  let size: Int

  init(_ path: String) throws(InputError) {
    if path.utf8.contains(0) { throw InputError("is no file name: it has a NUL in it", file: path) }
    try Self.check(Self.status(of: path), path)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw Self.unreadable(path) }
    // Between the question and the opening it may have become something else.
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw InputError("is no regular file", file: path)
    }
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  private static func status(of path: String) throws(InputError) -> stat {
    var status = stat()
    guard stat(path, &status) == 0 else { throw unreadable(path) }
    return status
  }

  private static func check(_ status: stat, _ path: String) throws(InputError) {
    let kind: String
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard isOfSystem(path) else { return }
      kind = "a file of the system"
    case S_IFDIR: throw InputError("is a folder; name a file", file: path)
    case S_IFIFO: kind = "a pipe"
    case S_IFSOCK: kind = "a socket"
    case S_IFCHR, S_IFBLK: kind = "a device"
    default: kind = "something else"
    }
    throw InputError("is \(kind); only regular files are read", file: path)
  }

  /// Whether the kernel makes up what is read there.
  private static func isOfSystem(_ path: String) -> Bool {
    guard let resolved = realpath(path, nil) else { return false }
    defer { free(resolved) }
    let name = String(cString: resolved)
    return name.hasPrefix("/proc/") || name.hasPrefix("/sys/")
  }

  private static func unreadable(_ path: String) -> InputError {
    InputError("cannot be read: \(SystemReason.last)", file: path)
  }
}
