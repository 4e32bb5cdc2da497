import Foundation

/// The name of a file as a preset or the command line gives it.
struct PresetPath {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  /// A name as people type it where no shell has read it: a shell's quotes and backslashes are no
  /// part of it, and `~` is the home folder.
  init(typed: String) {
    var name = typed.trimmingCharacters(in: .whitespaces)
    if name.count >= 2, let quote = name.first, quote == "\"" || quote == "'", name.last == quote {
      name = String(name.dropFirst().dropLast())
    } else {
      name = name.replacingOccurrences(of: "\\ ", with: " ")
    }
    if name == "~" || name.hasPrefix("~/"), let home = ProcessInfo.processInfo.environment["HOME"] {
      name = home + name.dropFirst()
    }
    self.init(name)
  }

  /// Whether the text names a file rather than something known by name: it has a slash or an
  /// ending.
  var isFile: Bool { text.contains("/") || text.contains(".") }

  /// The folder of the file, `.` where the text names none.
  var folder: String {
    guard let slash = text.lastIndex(of: "/") else { return "." }
    return slash == text.startIndex ? "/" : String(text[..<slash])
  }

  /// The path from here of a file that another file names relative to itself.
  func resolved(besideFile other: String) -> String {
    let folder = PresetPath(other).folder
    return text.hasPrefix("/") || folder == "." ? text : "\(folder)/\(text)"
  }

  /// How another file should name this one relative to itself: shorter where it lies below it,
  /// else by its whole path.
  func named(besideFile other: String) -> String {
    let folder = PresetPath(other).folder
    if text.hasPrefix(folder + "/") { return String(text.dropFirst(folder.count + 1)) }
    if folder == "." || text.hasPrefix("/") { return text }
    return URL(filePath: text).standardizedFileURL.path(percentEncoded: false)
  }

  /// The files and folders whose names go on from a typed one, folders with a slash at their end.
  static func names(beginning typed: String) -> [String] {
    let quote = typed.first.map { $0 == "\"" || $0 == "'" ? String($0) : "" } ?? ""
    let bare = String(typed.dropFirst(quote.count))
    let shown = bare.lastIndex(of: "/").map { String(bare[...$0]) } ?? ""
    let start = bare.dropFirst(shown.count)
    let folder = shown.isEmpty ? "." : PresetPath(typed: shown).text
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let fitting = found.filter { $0.hasPrefix(start) && (!start.isEmpty || !$0.hasPrefix(".")) }
    return fitting.sorted().prefix(mostNames).map { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      return quote + shown + name + (isFolder.boolValue ? "/" : "")
    }
  }

  /// The most names that are offered.
  private static let mostNames = 200
}
