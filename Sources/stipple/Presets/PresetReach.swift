import Diffusion
import Foundation

/// Which files a preset may name: those in its own folder and below, links followed.
///
/// A preset may come from anybody; what else lies on the disk is none of its business.
struct PresetReach {
  /// The preset as the user named it.
  let preset: String

  init(of preset: String) {
    // What a shell hands to the program under a number has no folder of its own.
    self.preset = TextFile.handedDescriptor(preset) == nil ? preset : TextFile.standardInputName
  }

  /// The path from here of a file that the preset names, if the file is within reach.
  func path(named name: String, isOutsideAllowed: Bool) throws(InputError) -> String {
    let path = PresetPath(name).resolved(besideFile: preset)
    guard isOutsideAllowed || contains(path) else {
      throw InputError(
        "the file '\(name.excerpt)' lies outside the preset's folder; --allow-outside reads it"
          + " all the same")
    }
    return path
  }

  /// Whether a path from here leads into the folder, both as it is written and where its links lead.
  func contains(_ path: String) -> Bool {
    let folder = PresetPath(preset).folder
    guard let real = Self.resolved(folder) else { return true }
    let written = Self.absolute(path)
    guard [Self.absolute(folder), real].contains(where: { Self.holds($0, written) }) else {
      return false
    }
    return Self.resolved(path).map { Self.holds(real, $0) } ?? true
  }

  private static func holds(_ folder: String, _ path: String) -> Bool {
    path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// A path from the root without `.` and `..`.
  private static func absolute(_ path: String) -> String {
    let whole =
      path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Where a path leads when its links are followed; nil where there is nothing.
  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
