/// The colours of the series of a plot: those of Okabe and Ito in an order in which neighbours are far
/// apart, also for those who cannot see red and green. The shapes of `Glyphs.marker(ofLabel:)` tell
/// them apart without colour.
public enum SeriesInk {
  private static let order = [1, 5, 2, 6, 4, 3, 0, 7]

  /// The colour of a series, counted from 0; after eight the first comes again.
  public static func ink(_ series: Int) -> Ink { .label(order[series % order.count]) }
}
