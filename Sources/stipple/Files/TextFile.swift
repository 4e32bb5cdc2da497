import Foundation

/// Text files as they come in: read whole, within a limit, as UTF-8.
enum TextFile {
  /// The name that stands for standard input.
  static let standardInputName = "-"

  /// The text of a file, or of standard input for `-`.
  ///
  /// - Parameter limit: the most bytes accepted, so that an endless device is an error.
  static func text(
    of path: String, limit: Int, standardInput: Int32 = STDIN_FILENO
  ) throws(InputError) -> String {
    if path == standardInputName {
      return try text(decoding: bytes(of: standardInput, name: "stdin", limit: limit), of: "stdin")
    }
    return try text(decoding: bytes(of: path, limit: limit), of: path)
  }

  /// The bytes of a file.
  static func bytes(of path: String, limit: Int) throws(InputError) -> Data {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, reason: SystemReason.last) }
    defer { close(descriptor) }
    return try bytes(of: descriptor, name: path, limit: limit)
  }

  private static func bytes(
    of descriptor: Int32, name: String, limit: Int
  ) throws(InputError) -> Data {
    var data = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return data }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(name, reason: SystemReason.last)
      }
      data.append(contentsOf: chunk[..<count])
      if data.count > limit {
        throw InputError("too large to read; at most \(limit >> 20) MB are", file: name)
      }
    }
  }

  private static func text(decoding data: Data, of name: String) throws(InputError) -> String {
    guard let text = String(validating: data, as: UTF8.self) else {
      throw InputError("not a text file; it must be UTF-8", file: name)
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  private static func unreadable(_ name: String, reason: String) -> InputError {
    InputError("cannot be read: \(reason)", file: name)
  }
}

/// Why the operating system refused.
enum SystemReason {
  /// The reason of the call that just failed, such as `No such file or directory`.
  static var last: String { String(cString: strerror(errno)) }
}
