import Foundation

/// A hint that is given once for each kind of terminal: an empty file remembers that it was.
struct HintFile {
  let path: String
  let text: String

  /// That the terminal does not tell whether it is light; nil where nothing can be remembered.
  static func background(in environment: [String: String]) -> HintFile? {
    guard let folder = SessionFolder(environment: environment) else { return nil }
    let kind = (environment["TERM"] ?? "").map {
      $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-"
    }
    return HintFile(
      path: "\(PresetPath(folder.path).folder)/hints/background-\(String(kind))",
      text: "this terminal does not tell its background: L or --theme light suits a light one")
  }

  /// The text, the first time that it is asked for; nil ever after, and where that cannot be
  /// remembered: nobody wants to read it at every start.
  var firstHint: String? {
    let folder = PresetPath(path).folder
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    close(descriptor)
    return text
  }
}
