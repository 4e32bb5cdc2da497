/// Fewer deeds that break the same law: what somebody who has to mend it wants to read.
extension ActionTrial {
  private static let mostReplays = 300

  /// The words of as few of the deeds as were found to be enough, in their order.
  ///
  /// Whole parts of what was done are left out, then smaller and smaller ones (delta debugging: Zeller
  /// and Hildebrandt 2002).
  ///
  /// - Parameter isBroken: whether a screen on which deeds were done is still wrong.
  public func shrunk(where isBroken: (inout ActionTrial) -> Bool) -> [String] {
    var kept = deeds
    var replays = 0
    var length = kept.count / 2
    while length > 0 {
      var place = 0
      while place < kept.count, replays < Self.mostReplays {
        var fewer = kept
        fewer.removeSubrange(place..<min(place + length, kept.count))
        replays += 1
        guard var trial = try? replayed(fewer), isBroken(&trial) else {
          place += length
          continue
        }
        kept = fewer
      }
      length /= 2
    }
    return kept.map(\.words)
  }
}
