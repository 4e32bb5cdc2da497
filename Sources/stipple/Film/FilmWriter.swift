import TextScreen

/// Something that a film is written to, picture after picture.
protocol FilmWriter {
  /// - Parameter seconds: when the picture is shown, from the start of the film.
  mutating func add(_ surface: Surface, at seconds: Double) throws

  /// Writes what is left.
  ///
  /// - Returns: what is to be said about it, if anything.
  mutating func finish(at seconds: Double) throws -> String?
}
