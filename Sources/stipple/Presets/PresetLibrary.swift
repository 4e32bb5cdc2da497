import Diffusion
import Foundation

/// Where presets are found by name: in folders, in order, and among what is built in.
struct PresetLibrary {
  /// One preset that has a name.
  struct Entry: Equatable {
    let name: String
    /// Where the preset is, or nil where it is built in.
    let file: String?
  }

  /// The folders that are looked in, the first found wins.
  let folders: [String]
  /// Whether presets may name files outside their folders.
  var isOutsideAllowed = false

  static let endings = ["yaml", "yml"]

  init(folders: [String]) {
    self.folders = folders
  }

  /// The usual folders: `presets` here, the executable's folder and `presets` in it, and the data
  /// folders of the XDG base directory specification.
  init(environment: [String: String], executable: String?) {
    let beside = executable.map { PresetPath($0).folder }
    let home = environment["XDG_DATA_HOME"].flatMap(Self.absolute)
    let share = home ?? environment["HOME"].map { "\($0)/.local/share" }
    let named = environment["XDG_DATA_DIRS"] ?? ""
    let system = (named.isEmpty ? "/usr/local/share:/usr/share" : named).split(separator: ":")
    let data = [share].compactMap(\.self) + system.map(String.init).compactMap(Self.absolute)
    folders =
      ["presets"] + (beside.map { ["\($0)/presets", $0] } ?? [])
      + data.map { "\($0)/stipple/presets" }
  }

  /// The experiment that `preset` names: a file where it has a slash or an ending.
  func experiment(named preset: String) throws(InputError) -> Experiment {
    if PresetPath(preset).isFile || preset == TextFile.standardInputName {
      return try experiment(inFile: preset)
    }
    if let file = file(named: preset) { return try experiment(inFile: file) }
    if let text = ShippedPresets.texts[preset] {
      let name = "\(preset).yaml"
      return try PresetReader(file: name).experiment(from: try UTF8Text.string(text, of: name))
    }
    let unknown = UnknownName(name: preset, family: "preset", known: entries.map(\.name))
    throw InputError("\(unknown) (looked in \(places))")
  }

  /// The experiment that another file names: by its name, or by a path in the folder of that file.
  ///
  /// Such files come from anybody too; what else lies on the disk is none of their business.
  ///
  /// - Parameter file: the file that names it.
  /// - Returns: the experiment, and its name or path as one would say it here.
  func experiment(
    named name: String, byFile file: String
  ) throws(InputError) -> (experiment: Experiment, name: String) {
    if name == TextFile.standardInputName {
      throw InputError("'-' is no name of a preset; a file cannot name standard input")
    }
    guard PresetPath(name).isFile else { return (try experiment(named: name), name) }
    let path = PresetPath(name).resolved(besideFile: file)
    guard isOutsideAllowed || PresetReach(of: file).contains(path) else {
      throw InputError(
        "the preset '\(name.excerpt)' lies outside this file's folder; put it beside the file, or"
          + " take one by its name")
    }
    return (try experiment(inFile: path), path)
  }

  private func experiment(inFile path: String) throws(InputError) -> Experiment {
    try PresetReader.experiment(inFile: path, isOutsideAllowed: isOutsideAllowed)
  }

  /// Every preset there is, by name.
  var entries: [Entry] {
    var found: [String: Entry] = [:]
    for folder in folders {
      for file in Self.presetFiles(in: folder) {
        let name = URL(filePath: file).deletingPathExtension().lastPathComponent
        if found[name] == nil { found[name] = Entry(name: name, file: "\(folder)/\(file)") }
      }
    }
    for name in ShippedPresets.texts.keys where found[name] == nil {
      found[name] = Entry(name: name, file: nil)
    }
    return found.values.sorted { $0.name < $1.name }
  }

  /// What a preset teaches: the comment in its first line.
  func summary(of entry: Entry) -> String {
    head(of: entry)?.comment ?? ""
  }

  /// The beginning of a preset, or nil where it cannot be read.
  func head(of entry: Entry) -> PresetHead? {
    guard let file = entry.file else {
      return ShippedPresets.texts[entry.name].map(PresetHead.init)
    }
    return PresetHead(of: file)
  }

  /// The places that are looked in, for messages.
  var places: String {
    (folders.map { "\($0)/" } + ["what is built in"]).joined(separator: ", ")
  }

  private func file(named name: String) -> String? {
    for folder in folders {
      for ending in Self.endings {
        let path = "\(folder)/\(name).\(ending)"
        if FileManager.default.fileExists(atPath: path) { return path }
      }
    }
    return nil
  }

  private static func presetFiles(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { endings.contains(URL(filePath: $0).pathExtension) }
  }

  private static func absolute(_ path: String) -> String? {
    path.hasPrefix("/") ? path : nil
  }
}
