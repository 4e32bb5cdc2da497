/// Tells pastes from keys by how fast they come, where the terminal does not mark them: what is
/// pasted on the Linux console (by gpm, say) comes as if somebody typed it.
///
/// Letters are held back for a hundredth of a second, which nobody sees. What comes in between and
/// is too much for any hand is a paste. Whatever begins with a control character, as sequences do,
/// is not held: on that console only what is on the screen can be pasted.
///
/// ```
/// var speed = PasteBySpeed()
/// speed.take(Array("quit\r".utf8), gatheredIn: 0)   // []
/// speed.timeOut()                                   // .paste("quit\r")
/// ```
public struct PasteBySpeed: Sendable {
  /// What letters turn out to be.
  public enum Meaning: Sendable, Equatable {
    case keys([UInt8])
    case paste(String)
  }

  /// How long nothing must come, in seconds, for a paste to be over.
  public static let gap = 0.01

  /// So many letters at least, and so many a second, no hand types.
  private static let (fewest, fastest) = (5, 30.0)

  private var held: [UInt8] = []
  /// For how long at most the first of them have been coming, in seconds.
  private var gathering = 0.0

  public init() {}

  /// Takes in the next bytes.
  ///
  /// - Parameter seconds: for how long at most they have been coming.
  /// - Returns: those that are keys or parts of sequences, to be parsed now.
  public mutating func take(_ bytes: [UInt8], gatheredIn seconds: Double) -> [UInt8] {
    guard bytes.allSatisfy(Self.isOfText) else {
      defer { held = [] }
      return held + bytes
    }
    if held.isEmpty { gathering = 0 }
    // What has begun as a paste goes on as one, however busy the program is with it.
    if held.count < Self.fewest { gathering = max(gathering, seconds) }
    held += bytes
    return []
  }

  /// In how many seconds of silence `timeOut` is to be called; nil where nothing is held.
  public var patience: Double? { held.isEmpty ? nil : Self.gap }

  /// Nothing came for as long as `patience` says.
  public mutating func timeOut() -> Meaning {
    defer { held = [] }
    // A key that is held down repeats itself, not ever so fast.
    let isFast = held.count >= Self.fewest && Double(held.count) > Self.fastest * gathering
    guard isFast, Set(held).count > 1 else { return .keys(held) }
    return .paste(String(decoding: held.prefix(InputParser.mostPasted), as: UTF8.self))
  }

  /// Letters of any script, blanks and line ends.
  private static func isOfText(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F || [0x09, 0x0A, 0x0D].contains(byte)
  }
}
