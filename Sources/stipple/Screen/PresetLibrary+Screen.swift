import Diffusion
import Foundation
import Interface

extension PresetLibrary {
  /// The presets for the screen's list: the files of the folder the program was started in, where
  /// the screen saves too, then those that have a name. What cannot be read is listed with the
  /// reason.
  var screenEntries: [PresetEntry] {
    let files = workingFiles.map { file in
      let content = content(of: file)
      let title = (try? content.get()).map { ": \($0.title)" } ?? ""
      return PresetEntry(
        name: file, summary: "in this folder\(title)", group: "in this folder", content: content)
    }
    return files
      + PresetGroup.sorted(entries).map { entry, group in
        PresetEntry(
          name: entry.name, summary: summary(of: entry), group: group,
          content: content(of: entry.name))
      }
  }

  private func content(of preset: String) -> Result<Experiment, PresetEntry.Fault> {
    do {
      return .success(try experiment(named: preset))
    } catch {
      return .failure(PresetEntry.Fault("\(error)"))
    }
  }

  /// The files here that mean to be presets; other programs keep YAML files too.
  private var workingFiles: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: ".")) ?? []
    return names.sorted().filter { name in
      Self.endings.contains(URL(filePath: name).pathExtension) && Self.meansToBePreset(name)
    }
  }

  private static func meansToBePreset(_ file: String) -> Bool {
    guard let text = try? TextFile.text(of: file, limit: PresetReader.byteLimit) else {
      return false
    }
    let keys = ["distribution", "schedule", "sampler", "model", "training", "particles"]
    return text.split(whereSeparator: \.isNewline).contains { line in
      keys.contains { line.hasPrefix("\($0):") }
    }
  }
}
