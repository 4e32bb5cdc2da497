import Diffusion
import Interface
import Yams

/// Reads a lesson from the text of its file, YAML or JSON; the README says the keys.
///
/// Every complaint names the place it is about, and the nearest word that exists: an unknown key, a
/// line that is no command, a figure that nobody measures, a prediction without an answer.
struct LessonReader {
  /// The file as the user named it, for messages.
  let file: String
  /// Where experiments that are named are found.
  let presets: PresetLibrary

  /// The most bytes a lesson may have.
  static let byteLimit = 1 << 20

  static let keys = ["title", "summary", "topics", "experiment", "pages"]

  /// Reads a lesson.
  ///
  /// - Parameter id: its name on the command line.
  func lesson(from text: String, id: String) throws(InputError) -> Lesson {
    guard let node = try YAMLText.root(of: text, file: file) else {
      throw InputError(
        "a lesson must have pages; the file is empty", file: file,
        place: InputError.Place(line: 1, column: 1))
    }
    let root = PresetValue(node, file: file, name: "a lesson")
    let entries = try root.entries(Self.keys)
    guard let pages = entries["pages"] else { throw root.error("a lesson must have 'pages'") }
    var experiment = Experiment()
    if let value = entries["experiment"] {
      experiment = try self.experiment(value, changing: experiment)
    }
    var read: [LessonPage] = []
    for item in try pages.items("page") { read.append(try page(item, of: experiment)) }
    if read.isEmpty { throw pages.error("a lesson must have a page") }
    guard let title = entries["title"] else { throw root.error("a lesson must have a 'title'") }
    return Lesson(
      id: id, title: try title.text(), summary: try entries["summary"]?.text() ?? "",
      topics: try entries["topics"].map(words) ?? [], pages: read)
  }

  /// An experiment: the name of a preset, or keys of a preset, which change the one before.
  func experiment(
    _ value: PresetValue, changing base: Experiment
  ) throws(InputError) -> Experiment {
    guard value.node.scalar != nil else {
      return try PresetReader(file: file).experiment(reading: value, changing: base)
    }
    let name = try value.text()
    do throws(InputError) {
      return try presets.experiment(named: name, byFile: file).experiment
    } catch {
      throw error.file == nil ? value.error(error.message) : error
    }
  }

  // MARK: - Parts of all pages

  /// One text, or a list of texts.
  func words(_ value: PresetValue) throws(InputError) -> [String] {
    if value.node.scalar != nil { return [try value.text()] }
    return try value.items("item of \(value.name)").map { item throws(InputError) in
      try item.text()
    }
  }

  /// What a page says.
  func text(_ value: PresetValue) throws(InputError) -> LessonText {
    let text = try value.text()
    return try value.reading { try LessonText(text) }
  }

  /// One item, or a list of items, each read by itself.
  func list<Item>(
    _ value: PresetValue, _ read: (PresetValue) throws(InputError) -> Item
  ) throws(InputError) -> [Item] {
    guard value.node.sequence != nil else { return [try read(value)] }
    var items: [Item] = []
    for item in try value.items("item") {
      items.append(try read(PresetValue(item.node, file: file, name: value.name)))
    }
    return items
  }

  /// Lines of the command language, and `wait` with seconds.
  func script(_ value: PresetValue) throws(InputError) -> Script {
    let lines = try list(value) { item throws(InputError) in
      (value: item, text: try item.text())
    }
    for line in lines where !line.text.hasPrefix("wait ") {
      _ = try line.value.reading { try Command.parsed(line.text) }
    }
    do throws(ScriptError) {
      return try Script(lines.map { (text: $0.text, place: $0.value.source) })
    } catch {
      // It says where the line stands.
      throw InputError(error.description)
    }
  }

  func figure(_ value: PresetValue) throws(InputError) -> FigureReading {
    let text = try value.text()
    return try value.reading { try FigureReading(text) }
  }

  func condition(_ value: PresetValue) throws(InputError) -> LessonCondition {
    let text = try value.text()
    return try value.reading { try LessonCondition(text) }
  }
}

extension PresetValue {
  /// Where it stands, as messages say it: `file:line:column`.
  var source: String {
    node.mark.map { "\(file):\($0.line):\($0.column)" } ?? file
  }

  /// What is read of it; a complaint about that gets its place.
  func reading<Value>(_ read: () throws -> Value) throws(InputError) -> Value {
    do {
      return try read()
    } catch {
      throw self.error("\(error)")
    }
  }

  /// The value of a key that must be there.
  func required(
    _ key: String, among entries: [String: PresetValue]
  ) throws(InputError) -> PresetValue {
    guard let value = entries[key] else { throw error("\(name) must have '\(key)'") }
    return value
  }
}
