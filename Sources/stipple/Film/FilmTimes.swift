/// When the pictures of a film are: evenly apart, from its start.
struct FilmTimes {
  let count: Int
  /// Between two pictures, in seconds.
  let gap: Double

  /// Pictures a second of a film that moves: every second one of those that pass offscreen.
  static let rate = 15

  /// Those of a film that moves: each stands until the next one comes.
  init(moving count: Int) {
    self.count = count
    gap = 1 / Double(Self.rate)
  }

  /// Those of a film strip, the first and the last moment among them.
  init(strip count: Int, over seconds: Double) {
    self.count = count
    gap = seconds / Double(count - 1)
  }

  /// When a picture is shown.
  subscript(number: Int) -> Double { Double(number) * gap }

  /// When the last picture has been shown.
  var end: Double { Double(count) * gap }
}
