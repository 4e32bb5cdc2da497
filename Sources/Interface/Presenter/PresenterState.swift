import TextScreen

/// What a class sees of whoever presents, besides the picture: the keys that are pressed, how long the
/// talk has lasted, and a spot of light.
public struct PresenterState: Sendable, Equatable {
  /// A key, and when it was pressed.
  struct Pressed: Sendable, Equatable {
    let name: String
    let second: Int
  }

  /// How many seconds the talk has lasted.
  private(set) var seconds = 0
  /// The latest keys, oldest first.
  private(set) var keys: [Pressed] = []
  /// The cell that is pointed at; nil where none is.
  var pointer: Spot?

  /// A cell of the screen.
  struct Spot: Sendable, Equatable {
    let column: Int
    let row: Int
  }

  /// How many keys are shown, and for how many seconds.
  private static let most = 5
  private static let lasting = 4

  mutating func press(_ key: Key) {
    keys.append(Pressed(name: key.name, second: seconds))
    if keys.count > Self.most { keys.removeFirst() }
  }

  mutating func pass(to seconds: Int) {
    self.seconds = seconds
    // After a while nobody wonders any more what was pressed. A talk may begin anew.
    keys.removeAll { !(0..<Self.lasting).contains(seconds - $0.second) }
  }

  /// The time in minutes and seconds, and hours where there are some.
  var clock: String {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let short = "\(hours > 0 ? two(minutes) : "\(minutes)"):\(two(seconds % 60))"
    return hours > 0 ? "\(hours):\(short)" : short
  }
}
