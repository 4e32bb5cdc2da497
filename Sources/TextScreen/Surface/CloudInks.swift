/// What the points of a cloud are coloured by: each a loop of its own, because a cloud is drawn anew
/// for every frame.
public enum CloudInks: Sendable {
  /// All alike.
  case one(Ink)
  /// By the class of each point, in the order of the points; plain beyond the last.
  case labels([Int])
  /// By a share of 0...1 of each point on the density ramp, in the order of the points; where none
  /// is known, in `unknown`.
  case shares([Double?], unknown: Ink)
}
