import Testing

@testable import TextScreen

@Suite("Pastes that are not marked")
struct PasteBySpeedTests {
  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(
    "What no hand can type is a paste",
    arguments: ["quit\r", "quick question\nq\n", "αβγ", "q\t\r\nq"])
  func pastes(_ text: String) {
    var speed = PasteBySpeed()
    #expect(speed.take(Self.bytes(text), gatheredIn: Double(text.utf8.count) / 40) == [])
    #expect(speed.patience == PasteBySpeed.gap)
    #expect(speed.timeOut() == .paste(text))
    #expect(speed.patience == nil)
  }

  @Test(
    "What a hand can type is keys, and so is what had time to gather",
    arguments: [("q", 0.0), ("quit", 0), ("qqqqqqqq", 0), ("quick question", 0.5), ("\r", 0)])
  func keys(_ text: String, seconds: Double) {
    var speed = PasteBySpeed()
    #expect(speed.take(Self.bytes(text), gatheredIn: seconds) == [])
    #expect(speed.timeOut() == .keys(Self.bytes(text)))
  }

  @Test func aPasteMayComeInPieces() {
    var speed = PasteBySpeed()
    for piece in ["q", "uick", " q"] { #expect(speed.take(Self.bytes(piece), gatheredIn: 0) == []) }
    #expect(speed.timeOut() == .paste("quick q"))
    #expect(speed.take(Self.bytes("a book"), gatheredIn: 0) == [])
    #expect(speed.take(Self.bytes("q"), gatheredIn: 1) == [])
    #expect(speed.timeOut() == .paste("a bookq"))
    // One that is slow makes no paste of the next.
    #expect(speed.take(Self.bytes("slowly"), gatheredIn: 1) == [])
    #expect(speed.timeOut() == .keys(Self.bytes("slowly")))
    #expect(speed.take(Self.bytes("quick"), gatheredIn: 0) == [])
    #expect(speed.timeOut() == .paste("quick"))
  }

  @Test(
    "Sequences and control characters are not held",
    arguments: ["\u{1B}[A", "\u{3}", "ab\u{1B}OP", "\u{7F}"])
  func sequences(_ text: String) {
    var speed = PasteBySpeed()
    #expect(speed.take(Self.bytes(text), gatheredIn: 0) == Self.bytes(text))
    #expect(speed.patience == nil)
    // Nor does what came before stay behind.
    #expect(speed.take(Self.bytes("x"), gatheredIn: 0) == [])
    #expect(speed.take(Self.bytes(text), gatheredIn: 0) == Self.bytes("x" + text))
    #expect(speed.patience == nil)
  }

  @Test func ofABookTheBeginningIsKept() {
    var speed = PasteBySpeed()
    let book = Array(repeating: Self.bytes("qu"), count: InputParser.mostPasted).flatMap { $0 }
    #expect(speed.take(book, gatheredIn: 0) == [])
    guard case .paste(let text) = speed.timeOut() else {
      Issue.record("a book is no keys")
      return
    }
    #expect(text.utf8.count == InputParser.mostPasted)
  }
}
