import TextScreen

/// A way of getting a surface onto the glass, sending only what changed.
protocol Presenter {
  mutating func present(_ surface: Surface, theme: Theme)

  /// The terminal shows each picture at once from now on, if told where it begins and ends.
  mutating func markUpdates()

  /// Nothing is known any more about what is on the screen.
  mutating func forget()
}
