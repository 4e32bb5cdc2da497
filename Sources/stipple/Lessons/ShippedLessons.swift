import CPresets

/// The lessons that come with the program, built into it, in the order in which they are best taken.
enum ShippedLessons {
  /// The names with the bytes of the files.
  static let texts = BuiltInFile.all(of: built_in_lessons()).map { (id: $0.name, bytes: $0.bytes) }
}
