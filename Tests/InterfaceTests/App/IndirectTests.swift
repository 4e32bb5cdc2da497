import Foundation
import Testing

@testable import Interface

@Suite("A value behind a reference is a value")
struct IndirectTests {
  private struct Pair: Equatable, Codable, Sendable {
    @Indirect var one: [Int]
    var other = 0
  }

  @Test("a copy keeps what it was, whichever of the two is changed")
  func copies() {
    var first = Pair(one: [1, 2])
    var second = first
    first.one.append(3)
    #expect(first.one == [1, 2, 3] && second.one == [1, 2])
    second.one[0] = 9
    #expect(first.one == [1, 2, 3] && second.one == [9, 2])
    #expect(first != second)
    second.one = [1, 2, 3]
    #expect(first == second)
  }

  @Test("what is one's own is changed in its place")
  func inPlace() {
    var pair = Pair(one: Array(0..<1000))
    let before = pair.one.withUnsafeBufferPointer { $0.baseAddress }
    for index in 0..<1000 { pair.one[index] += 1 }
    #expect(pair.one.withUnsafeBufferPointer { $0.baseAddress } == before)
    #expect(pair.one == Array(1...1000))
  }

  @Test("a file has the value alone")
  func files() throws {
    let data = try JSONEncoder().encode(Pair(one: [4, 5]))
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("\"one\":[4,5]"))
    #expect(try JSONDecoder().decode(Pair.self, from: data) == Pair(one: [4, 5]))
  }

  @Test("the state of the screen is small, so that its copies are")
  func size() throws {
    #expect(Mirror(reflecting: try Player().state).children.count <= 20)
    #expect(MemoryLayout<AppState>.size < 5000)
    #expect(MemoryLayout<Scene>.size < 3000)
  }
}
