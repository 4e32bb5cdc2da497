import Foundation
import Interface
import Synchronization
import TextScreen

/// A terminal that nobody looks at, in the place of standard input and output for as long as it is
/// open: what is written to it is counted and thrown away.
final class PseudoTerminal {
  private let glass: FileHandle
  private let reader: ByteCounter
  private let saved: (input: Int32, output: Int32)

  init(size: Size) throws {
    // What was printed before does not belong on it.
    fflush(nil)
    var (master, slave): (Int32, Int32) = (-1, -1)
    var window = winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, nil, nil, &window) == 0 else {
      throw WorkError("a pseudo terminal could not be opened: \(String(cString: strerror(errno)))")
    }
    saved = (dup(STDIN_FILENO), dup(STDOUT_FILENO))
    dup2(slave, STDIN_FILENO)
    dup2(slave, STDOUT_FILENO)
    Foundation.close(slave)
    glass = FileHandle(fileDescriptor: master, closeOnDealloc: true)
    reader = ByteCounter(master)
  }

  /// How many bytes have been written to it.
  var bytes: Int { reader.count }

  /// Gives standard input and output back.
  func close() {
    dup2(saved.input, STDIN_FILENO)
    dup2(saved.output, STDOUT_FILENO)
    Foundation.close(saved.input)
    Foundation.close(saved.output)
    reader.waitForEnd()
  }
}

/// Counts what comes out of a file until it ends.
private final class ByteCounter: Sendable {
  private let total = Atomic<Int>(0)
  private let ended = DispatchSemaphore(value: 0)

  init(_ file: Int32) {
    Thread.detachNewThread { [self] in
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = read(file, &buffer, buffer.count)
        if count <= 0 { break }
        total.add(count, ordering: .relaxed)
      }
      ended.signal()
    }
  }

  var count: Int { total.load(ordering: .relaxed) }

  func waitForEnd() { ended.wait() }
}
