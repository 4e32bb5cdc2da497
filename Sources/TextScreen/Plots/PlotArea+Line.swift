extension PlotArea {
  /// The places of a line and its ink.
  public struct Line {
    /// The places the curve goes through, from left to right; x and y from 0 to 1.
    public let places: [Place]
    /// Its colour.
    public let ink: Ink
    /// Whether every other dot is left out.
    public var isDotted = false
    /// What stands at every place; nil for a line alone.
    public var marker: Unicode.Scalar?
    /// What a height stands for, in words: told of places beyond the area.
    public var value: ((_ height: Double) -> String)?

    /// - Parameters:
    ///   - places: in shares of the area; where one is not finite the line is broken.
    ///   - isDotted: whether it can be told from a full line without colour.
    ///   - marker: what stands at every place; nil for a line alone.
    ///   - value: what a height, in shares of the area, stands for.
    public init(
      places: [Place], ink: Ink, isDotted: Bool = false, marker: Unicode.Scalar? = nil,
      value: ((_ height: Double) -> String)? = nil
    ) {
      self.places = places
      self.ink = ink
      self.isDotted = isDotted
      self.marker = marker
      self.value = value
    }
  }
}
