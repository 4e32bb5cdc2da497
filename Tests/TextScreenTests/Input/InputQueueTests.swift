import Testing

@testable import TextScreen

@Suite("Events that wait")
struct InputQueueTests {
  private static let keys = "abcdef".map { InputEvent.key(.character($0)) }

  private static func takeAll(_ queue: inout InputQueue, within seconds: Double) -> [InputEvent] {
    var taken: [InputEvent] = []
    _ = queue.takeIn(within: seconds) { event, _ in
      taken.append(event)
      return true
    }
    return taken
  }

  @Test("Come in their order, and each knows whether a key follows")
  func order() {
    var queue = InputQueue()
    queue.append(Self.keys)
    queue.append([.focusChanged(true)])
    var follow: [Bool] = []
    var taken: [InputEvent] = []
    let count = queue.takeIn(within: 3600) { event, isFollowed in
      taken.append(event)
      follow.append(isFollowed)
      return true
    }
    #expect(taken == Self.keys + [.focusChanged(true)] && count == taken.count)
    #expect(follow == [true, true, true, true, true, false, false])
    #expect(queue.isEmpty)
  }

  @Test("What there is no time for stays, and one event is taken in all the same")
  func slices() {
    var queue = InputQueue()
    queue.append(Self.keys)
    var taken: [InputEvent] = []
    while !queue.isEmpty {
      let slice = Self.takeAll(&queue, within: 0)
      #expect(slice.count == 1)
      taken += slice
    }
    #expect(taken == Self.keys)
    #expect(Self.takeAll(&queue, within: 0).isEmpty)
  }

  @Test("A new size does not wait for keys that came before it, nor its picture for those after it")
  func sizes() {
    var queue = InputQueue()
    queue.append(Self.keys)
    let size = InputEvent.resized(Size(columns: 90, rows: 30))
    queue.append([.resumed, size, .key(.escape)])
    #expect(Self.takeAll(&queue, within: 3600) == [.resumed, size])
    #expect(Self.takeAll(&queue, within: 3600) == Self.keys + [.key(.escape)])
  }

  @Test("What asks the program to end is not kept waiting; while there is time nothing is lost")
  func endings() {
    for ending in [InputEvent.interrupted, .hangup, .terminated(signal: 15)] {
      var queue = InputQueue()
      queue.append(Self.keys + [ending, .key(.escape)])
      #expect(Self.takeAll(&queue, within: 0) == [Self.keys[0]])
      #expect(Self.takeAll(&queue, within: 0) == [ending])
      queue = InputQueue()
      queue.append(Self.keys + [ending])
      #expect(Self.takeAll(&queue, within: 3600) == Self.keys + [ending])
    }
  }

  @Test("No more is handed out than is wanted")
  func enough() {
    var queue = InputQueue()
    queue.append(Self.keys)
    #expect(queue.takeIn(within: 3600) { _, _ in false } == 1)
    #expect(Self.takeAll(&queue, within: 3600) == Array(Self.keys.dropFirst()))
  }
}
