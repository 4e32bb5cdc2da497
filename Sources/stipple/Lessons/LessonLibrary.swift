import Diffusion
import Interface

/// Where lessons are found: those that are built in by name, others by their file.
struct LessonLibrary {
  let presets: PresetLibrary

  /// The lesson of a name, or of a file where that has a slash or an ending.
  func lesson(named name: String) throws(InputError) -> Lesson {
    if PresetPath(name).isFile || name == TextFile.standardInputName {
      let text = try TextFile.text(of: name, limit: LessonReader.byteLimit)
      return try lesson(from: text, file: TextFile.name(of: name))
    }
    let ids = ShippedLessons.texts.map(\.id)
    guard let known = Spelling.known(name, among: ids),
      let shipped = ShippedLessons.texts.first(where: { $0.id == known })
    else {
      throw InputError("\(UnknownName(name: name, family: "lesson", known: ids))")
    }
    let file = "\(shipped.id).yaml"
    return try lesson(from: try UTF8Text.string(shipped.bytes, of: file), file: file)
  }

  private func lesson(from text: String, file: String) throws(InputError) -> Lesson {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let id = name.split(separator: ".").first.map(String.init) ?? name
    return try LessonReader(file: file, presets: presets).lesson(from: text, id: id)
  }

  /// All lessons that are built in.
  func all() throws(InputError) -> [Lesson] {
    try ShippedLessons.texts.map { shipped throws(InputError) in
      try lesson(named: shipped.id)
    }
  }

  /// The lessons for the screen: read when somebody asks for one.
  var entries: [LessonEntry] {
    ShippedLessons.texts.map { shipped in
      let head = PresetHead(shipped.bytes)
      return LessonEntry(
        id: shipped.id, title: head.title ?? shipped.id, summary: head.comment
      ) { try lesson(named: shipped.id) }
    }
  }

  /// The same with another lesson before them, which takes the place of one of its name.
  func entries(with lesson: Lesson?) -> [LessonEntry] {
    guard let lesson else { return entries }
    let own = LessonEntry(
      id: lesson.id, title: lesson.title, summary: lesson.summary, content: { lesson })
    return [own] + entries.filter { $0.id != lesson.id }
  }

  /// What lessons are played with.
  var catalogue: Catalogue {
    Catalogue(presets: presets.screenEntries, places: presets.places, lessons: entries)
  }
}
