import Foundation

/// Files as they come in: read whole, within a limit, text as UTF-8.
enum TextFile {
  /// The name that stands for standard input.
  static let standardInputName = "-"

  /// What a file is called in messages.
  static func name(of path: String) -> String { path == standardInputName ? "stdin" : path }

  /// The text of a file, or of standard input for `-`.
  ///
  /// - Parameter limit: the most bytes accepted, so that an endless input is an error.
  static func text(
    of path: String, limit: Int, standardInput: Int32 = STDIN_FILENO
  ) throws(InputError) -> String {
    let bytes = try bytes(of: path, limit: limit, standardInput: standardInput)
    return try UTF8Text.string(bytes, of: name(of: path))
  }

  /// The bytes of a file, or of standard input for `-`.
  static func bytes(
    of path: String, limit: Int, standardInput: Int32 = STDIN_FILENO
  ) throws(InputError) -> [UInt8] {
    if path == standardInputName {
      return try bytes(of: standardInput, name: "stdin", limit: limit)
    }
    if let number = handedDescriptor(path) {
      return try bytes(of: number, name: path, limit: limit)
    }
    return try bytes(ofRegular: path, limit: limit)
  }

  /// The bytes of a file of a disk, whatever its name.
  static func bytes(ofRegular path: String, limit: Int) throws(InputError) -> [UInt8] {
    let file = try RegularFile(path)
    if file.size > limit { throw tooLarge(path, limit: limit) }
    // What is longer than it says ends with the first byte too many.
    let bytes = try bytes(of: file.descriptor, name: path, limit: limit, most: file.size + 1)
    if bytes.count > file.size {
      throw InputError("was written to while it was read; try again", file: path)
    }
    return bytes
  }

  /// The beginning of a file of a disk.
  static func head(ofRegular path: String, bytes count: Int) throws(InputError) -> [UInt8] {
    let file = try RegularFile(path)
    return try bytes(of: file.descriptor, name: path, limit: .max, most: min(file.size, count))
  }

  /// The descriptor that a shell handed to the program under such a name as `/dev/stdin` or, for
  /// `<(command)`, `/dev/fd/63`.
  static func handedDescriptor(_ path: String) -> Int32? {
    if path == "/dev/stdin" { return STDIN_FILENO }
    for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
      return Int32(path.dropFirst(folder.count))
    }
    return nil
  }

  /// Reads until the end, or until there are `most` bytes.
  private static func bytes(
    of descriptor: Int32, name: String, limit: Int, most: Int = .max
  ) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    if most < .max { bytes.reserveCapacity(most) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < most {
      let count = read(descriptor, &chunk, min(chunk.count, most - bytes.count))
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw InputError("cannot be read: \(SystemReason.last)", file: name)
      }
      bytes += chunk[..<count]
      if bytes.count > limit { throw tooLarge(name, limit: limit) }
    }
    return bytes
  }

  private static func tooLarge(_ name: String, limit: Int) -> InputError {
    InputError("too large to read; at most \(limit >> 20) MB are", file: name)
  }
}

/// Why the operating system refused.
enum SystemReason {
  /// The reason of the call that just failed, such as `No such file or directory`.
  static var last: String { String(cString: strerror(errno)) }
}
