import Foundation
import Testing

@testable import Diffusion

/// Arrays whose elements are written straight into their memory.
@Suite struct EmptyArrayTests {
  @Test("have what was written, and nothing is written where they are empty", arguments: 0..<5)
  func written(count: Int) {
    var calls = 0
    let array = [Int](count: count) { memory in
      calls += 1
      for index in memory.indices { memory.initializeElement(at: index, to: 7 * index) }
    }
    #expect(array == (0..<count).map { 7 * $0 })
    #expect(calls == min(1, count))
  }

  /// Swift's own initializer writes into the one empty array that all threads share.
  @Test func nothingElseUsesTheInitializerThatWritesIntoTheEmptyArray() throws {
    let sources = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: sources.path(percentEncoded: false))
    let users = try names.filter { $0.hasSuffix(".swift") }.filter { name in
      try String(contentsOf: sources.appending(path: name), encoding: .utf8)
        .contains("unsafeUninitializedCapacity:")
    }
    #expect(users.map { ($0 as NSString).lastPathComponent } == ["Array+Written.swift"])
  }
}
