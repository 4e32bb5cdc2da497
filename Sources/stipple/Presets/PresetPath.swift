import Foundation

/// The name of a file as a preset or the command line gives it.
struct PresetPath {
  let text: String

  init(_ text: String) {
    self.text = text
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
}
