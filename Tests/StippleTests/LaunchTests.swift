import Foundation
import Testing

@testable import stipple

@Suite("How the program was begun")
struct LaunchTests {
  @Test func wordsAndFileAreThoseThatSwiftAndFoundationTell() throws {
    #expect(Launch.arguments == Array(CommandLine.arguments.dropFirst()))
    let file = try #require(Bundle.main.executablePath)
    #expect(Launch.executable == URL(filePath: file).resolvingSymlinksInPath().path)
  }

  /// Whether a process may hide `/proc` from itself here.
  private static let mayHideProc =
    (try? shell("unshare -rm mount -t tmpfs none /proc"))?.status == 0

  @Test("a chroot in which nobody has mounted /proc", .enabled(if: mayHideProc))
  func proc() throws {
    let program = try #require(PseudoTerminal.stipple)
    let hidden = "mount -t tmpfs none /proc && test ! -e /proc/self && exec '\(program)'"
    for words in ["--version", "sample two-moons --count 3 --seed 7"] {
      let here = try Self.shell("'\(program)' \(words)")
      let there = try Self.shell("unshare -rm sh -c \"\(hidden) \(words)\"")
      #expect(here.status == 0)
      #expect(!here.output.isEmpty)
      #expect(there.status == 0)
      #expect(there.output == here.output)
    }
  }

  private static func shell(_ line: String) throws -> (status: Int32, output: String) {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }
}
