/// The files that the screen can open, and those it still has to write.
public struct Catalogue: Sendable {
  public internal(set) var presets: [PresetEntry]
  /// The lessons, in the order in which they are best taken.
  public var lessons: [LessonEntry]
  /// Where presets are looked for, in words.
  let places: String
  /// The files whose names go on from what is typed of one; the executable knows them.
  public var filesBeginning: @Sendable (_ typed: String) -> [String] = { _ in [] }
  /// How many files still have to be written before the program ends, where it ends after saving.
  var savesBeforeQuitting = 0
  /// Why the session could not be kept the last time it was tried; nil where it was.
  var keepingFailure: String?

  public init(presets: [PresetEntry] = [], places: String = "", lessons: [LessonEntry] = []) {
    self.presets = presets
    self.places = places
    self.lessons = lessons
  }
}
