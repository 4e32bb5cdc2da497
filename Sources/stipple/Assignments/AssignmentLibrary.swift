import Diffusion
import Foundation

/// Where assignments are found by name: in the folders `assignments` of those of presets, and among
/// what is built in.
struct AssignmentLibrary {
  let presets: PresetLibrary

  /// The assignment that a name means: a file where it has a slash or an ending.
  func assignment(named name: String) throws(InputError) -> Assignment {
    if PresetPath(name).isFile { return try assignment(inFile: name) }
    if let file = file(named: name) { return try assignment(inFile: file) }
    if let text = ShippedAssignments.texts[name] {
      let file = "\(name).yaml"
      return try AssignmentReader(file: file, presets: presets)
        .assignment(from: UTF8Text.string(text, of: file), id: name)
    }
    throw InputError("\(UnknownName(name: name, family: "assignment", known: names))")
  }

  private func assignment(inFile path: String) throws(InputError) -> Assignment {
    let text = try TextFile.text(of: path, limit: PresetReader.byteLimit)
    let id = URL(filePath: path).deletingPathExtension().lastPathComponent
    return try AssignmentReader(file: path, presets: presets).assignment(from: text, id: id)
  }

  /// Every name there is: what ships in its order, then others.
  var names: [String] {
    let own = folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
        PresetLibrary.endings.contains(URL(filePath: $0).pathExtension)
      }.map { URL(filePath: $0).deletingPathExtension().lastPathComponent }
    }
    let shipped = ShippedAssignments.order
    return shipped + Set(own).subtracting(shipped).sorted()
  }

  private var folders: [String] { presets.folders.map { "\($0)/assignments" } }

  private func file(named name: String) -> String? {
    for folder in folders {
      for ending in PresetLibrary.endings {
        let path = "\(folder)/\(name).\(ending)"
        if FileManager.default.fileExists(atPath: path) { return path }
      }
    }
    return nil
  }
}
