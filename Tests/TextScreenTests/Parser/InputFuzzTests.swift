import Foundation
import Testing

@testable import TextScreen

/// Random bytes and pieces of what terminals really send. So many strings as STIPPLE_INPUT_STRINGS
/// says, a tenth of them of bytes by chance and the others of pieces that are cut at random, from the
/// seed STIPPLE_SEED.
@Suite("Random input")
struct InputFuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let strings = environment["STIPPLE_INPUT_STRINGS"].flatMap { Int($0) } ?? 20_000
  private static let seed = environment["STIPPLE_SEED"].flatMap { UInt64($0) } ?? 15

  private static func string(_ number: Int, _ dice: inout Dice) -> [UInt8] {
    guard number % 10 == 0 else { return InputPieces.string(using: &dice) }
    return (0..<Int.random(in: 1...40, using: &dice)).map { _ in
      UInt8.random(in: 0...255, using: &dice)
    }
  }

  @Test func itMeansWhatTheModelSaysAndCutsChangeNothing() {
    var dice = Dice(seed: Self.seed)
    for number in 0..<Self.strings {
      let bytes = Self.string(number, &dice)
      var parser = InputParser()
      let events = parser.take(bytes)
      var slow = InputParser()
      let inPieces = InputPieces.cut(bytes, using: &dice).flatMap { slow.take($0) }
      #expect(events == inPieces, "\(Self.seen(bytes))")
      #expect(slow.state == parser.state && slow.scalars == parser.scalars, "\(Self.seen(bytes))")
      #expect(events == InputModel(bytes).events, "\(Self.seen(bytes))")
    }
  }

  /// Every piece has a q in it that is no key, and none is more than the beginning of one.
  @Test func theKeyThatQuitsIsNeverFoundInsideAnythingElse() {
    let pieces = InputPieces.all.filter { $0.first == 0x1B && $0.contains(0x71) }
    #expect(pieces.count > 15)
    var dice = Dice(seed: Self.seed &+ 1)
    for _ in 0..<Self.strings {
      var parser = InputParser()
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...5, using: &dice) {
        let piece = pieces.randomElement(using: &dice) ?? []
        let isCut = Bool.random(using: &dice)
        bytes += piece.prefix(isCut ? Int.random(in: 0...piece.count, using: &dice) : piece.count)
      }
      let events = InputPieces.cut(bytes, using: &dice).flatMap { parser.take($0) }
      #expect(!events.contains(.key(.character("q"))), "\(Self.seen(bytes))")
      #expect(!events.contains(.key(.control("c"))), "\(Self.seen(bytes))")
    }
  }

  /// Whole pieces, each with one pause in it that is long enough to make a key of an escape.
  @Test func aPauseAnywhereMakesNoKeyOfTheRest() {
    let pieces = InputPieces.all.filter { piece in
      piece.count > 2 && piece[0] == 0x1B && piece.contains(0x71)
        && Introducer(rawValue: piece[1])?.isFollowed(by: piece[2]) == true
    }
    #expect(pieces.count > 15)
    for piece in pieces {
      for cut in 1..<piece.count {
        var parser = InputParser()
        var events = parser.take(piece[..<cut])
        if parser.patience == parser.escapeDelay { events += parser.timeOut() }
        events += parser.take(piece[cut...])
        #expect(!events.contains(.key(.character("q"))), "\(Self.seen(piece)) at \(cut)")
        #expect(!events.contains(.key(.control("c"))), "\(Self.seen(piece)) at \(cut)")
      }
    }
  }

  /// Pauses only ever bring an escape, or a key with Alt, that is not followed by anything; within a
  /// string or a paste they bring no key.
  @Test func silenceMeansEscapeAndNothingElse() {
    var dice = Dice(seed: Self.seed &+ 2)
    for number in 0..<Self.strings {
      let bytes = Self.string(number, &dice)
      var parser = InputParser()
      for piece in InputPieces.cut(bytes, using: &dice) {
        _ = parser.take(piece)
        let (state, patience) = (parser.state, parser.patience)
        guard let patience, patience <= parser.escapeDelay else { continue }
        guard Bool.random(using: &dice) else { continue }
        let events = parser.timeOut()
        switch state {
        case .escape(let count):
          #expect(events == Array(repeating: .key(.escape), count: count))
          #expect(parser.state == .ground)
        case .stringEscape, .paste:
          #expect(!events.contains { $0.isKey })
          #expect(parser.state == (parser.escapes.alone > 0 ? state : .ground))
        case .late(let introducer):
          #expect(events == [.key(Key(typed: Unicode.Scalar(introducer.rawValue)))])
        default:
          #expect(events.allSatisfy { if case .key(.alt) = $0 { true } else { false } })
          #expect(parser.state == .ground)
        }
      }
    }
  }

  /// A paste with escapes and pauses by chance is over where the model says, and not before.
  @Test func pausesAndEscapesLeaveAPasteAsTheModelSays() {
    var dice = Dice(seed: Self.seed &+ 3)
    var kinds: Set<String> = []
    for _ in 0..<Self.strings / 10 {
      let things = (0..<Int.random(in: 1...16, using: &dice)).compactMap { _ in
        "eeeeessslq".randomElement(using: &dice)
      }
      let end = ["", "e[201~", "es[201~"].randomElement(using: &dice) ?? ""
      let paste = PasteModel(String(things) + end)
      let (events, isOver) = PasteModel.parsed(paste.inside)
      #expect(events == (paste.text.map { [.paste($0)] } ?? []), "\(paste.inside)")
      #expect(isOver == (paste.text != nil), "\(paste.inside)")
      kinds.insert(paste.text == nil ? "open" : paste.hasEnd ? "ended" : "left")
    }
    #expect(kinds.count == 3)
  }

  /// As a programmer writes it.
  private static func seen(_ bytes: [UInt8]) -> String {
    bytes.map {
      (0x20..<0x7F).contains($0) ? String(Unicode.Scalar($0)) : "<\(String($0, radix: 16))>"
    }
    .joined()
  }
}
