import CPresets
import Diffusion
import Interface

/// The presets that come with the program, built into it: everybody else finds the same under the
/// same names.
enum ShippedPresets {
  /// The bytes of their files.
  static let texts = Dictionary(
    uniqueKeysWithValues: BuiltInFile.all(of: built_in_presets()).map { ($0.name, $0.bytes) })
}

extension PresetLibrary {
  /// What everybody with the program finds under the same names, of the presets that were read.
  func shipped(among presets: [PresetEntry]) -> [RunLine.Preset] {
    let names = Set(entries.filter(isShipped).map(\.name))
    return presets.compactMap { preset in
      guard names.contains(preset.name), case .success(let experiment) = preset.content
      else { return nil }
      return RunLine.Preset(name: preset.name, experiment: experiment)
    }
  }

  /// More bytes than any of them has.
  private static let longestShipped = 1 << 16

  private func isShipped(_ entry: Entry) -> Bool {
    guard let file = entry.file else { return true }
    guard let text = ShippedPresets.texts[entry.name] else { return false }
    return (try? TextFile.bytes(ofRegular: file, limit: Self.longestShipped)).map(Array.init)
      == text
  }
}

extension ShippedPresets {
  /// The experiment of the preset that shows a method: the one with its name, or else the first of it.
  static func experiment(of method: Method) throws(InputError) -> Experiment {
    let library = PresetLibrary(folders: [])
    for name in [method.id] + texts.keys.sorted() where texts[name] != nil {
      let experiment = try library.experiment(named: name)
      if case method = experiment.method, case .learned = experiment.model.kind {
        return experiment
      }
    }
    throw InputError("no preset learns by the method \(method.id)")
  }
}
