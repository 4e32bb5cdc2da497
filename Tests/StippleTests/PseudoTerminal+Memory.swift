import Foundation

extension PseudoTerminal {
  /// Megabytes of memory.
  struct Memory {
    /// All that is in the machine's memory, programs and libraries too.
    let resident: Double
    /// What the program has for itself alone.
    let own: Double
  }

  /// The memory of the program in the foreground, where the system tells it.
  var memory: Memory? {
    let status = try? String(contentsOfFile: "/proc/\(foreground)/statm", encoding: .utf8)
    let pages = (status ?? "").split(separator: " ").compactMap { Double($0) }
    guard pages.count > 2 else { return nil }
    let megabytes = pages.map { $0 * Double(getpagesize()) / 0x100000 }
    return Memory(resident: megabytes[1], own: megabytes[1] - megabytes[2])
  }
}
