import CPresets

/// The assignments that come with the program, built into it.
enum ShippedAssignments {
  private static let files = BuiltInFile.all(of: built_in_assignments())
  /// Their names, in the order in which a course sets them.
  static let order = files.map(\.name)
  /// The bytes of their files.
  static let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) })
}
