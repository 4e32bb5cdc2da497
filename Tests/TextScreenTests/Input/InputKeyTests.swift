import Testing

@testable import TextScreen

@Suite("Keys")
struct InputKeyTests {
  @Test(
    "A key's name is read back as the key",
    arguments: [
      Key.space, .character("q"), .character("?"), .character("Q"), .control("r"), .alt("b"),
      .enter, .escape,
      .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .shiftUp, .shiftDown,
      .shiftLeft, .shiftRight, .home, .end, .pageUp, .pageDown, .function(1), .function(12),
      .character("f"),
    ])
  func names(of key: Key) {
    #expect(!key.name.isEmpty)
    #expect(Key(named: key.name) == key)
  }

  @Test(
    "What is no key has no name",
    arguments: ["", "ctrl-", "ctrl-xy", "alt-", "alt-xy", "F0", "F25", "middle"])
  func nonsense(_ name: String) { #expect(Key(named: name) == nil) }

  @Test func controlCharactersStandForKeys() {
    #expect(Key(typed: "\r") == .enter && Key(typed: "\n") == .enter)
    #expect(Key(typed: "\t") == .tab && Key(typed: "\u{1B}") == .escape)
    #expect(Key(typed: "\u{7F}") == .backspace && Key(typed: "\u{8}") == .backspace)
    #expect(Key(typed: "\u{3}") == .control("c") && Key(typed: "\u{12}") == .control("r"))
    #expect(Key(typed: "é") == .character("é"))
  }
}
