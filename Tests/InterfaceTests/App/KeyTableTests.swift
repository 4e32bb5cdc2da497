import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The key table")
struct KeyTableTests {
  @Test("no two bindings that hold at the same time share a key")
  func keysAreUnambiguous() {
    for binding in KeyTable.all {
      for key in binding.keys {
        let rivals = KeyTable.all.filter { $0.scope == binding.scope && $0.keys.contains(key) }
        #expect(rivals.count == 1, "\(key.name) in \(binding.scope)")
      }
    }
  }

  @Test("every key has a name that reads back")
  func keysHaveNames() {
    for key in KeyTable.all.flatMap(\.keys) { #expect(Key(named: key.name) == key) }
  }

  @Test("every row has a key that every terminal can send")
  func keysCanBeSent() {
    for binding in KeyTable.all {
      #expect(binding.keys.contains(where: Self.isSentByAll), "\(binding.keyNames)")
    }
  }

  /// What ASCII has, and the four arrows.
  private static func isSentByAll(_ key: Key) -> Bool {
    switch key {
    case .character(let character): character.isASCII
    case .control, .alt, .enter, .escape, .tab, .backspace, .up, .down, .left, .right: true
    case .backTab, .delete, .insert, .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .home, .end,
      .pageUp, .pageDown, .function:
      false
    }
  }

  @Test("escape never quits, and q asks while training is in no file")
  func quittingIsDeliberate() throws {
    var player = try Player()
    player.forget()
    player.press("esc", "esc", "esc")
    #expect(player.effects.isEmpty)
    player.press("q")
    #expect(player.hasQuit)
    var trained = try Player()
    trained.state.training.steps = 10
    trained.forget()
    trained.press("q")
    #expect(trained.state.overlay == .confirmQuit)
    #expect(!trained.hasQuit)
    trained.press("esc")
    #expect(trained.state.overlay == nil)
    trained.press("q", "q")
    #expect(trained.hasQuit)
  }

  @Test("a row of the table is small, whatever may come in with an action")
  func smallRows() {
    #expect(MemoryLayout<Action>.size <= MemoryLayout<Int>.size)
    #expect(MemoryLayout<Experiment>.size > MemoryLayout<KeyBinding>.size)
  }
}
