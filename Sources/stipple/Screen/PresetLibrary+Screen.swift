import Diffusion
import Foundation
import Interface

extension PresetLibrary {
  /// The presets for the screen's list: the files of the folder the program was started in, where
  /// the screen saves too, then those that have a name. They are read when somebody asks for them;
  /// what cannot be read is then said with the reason.
  var screenEntries: [PresetEntry] {
    let files = workingFiles.map { name, head in
      let group = "in this folder"
      return entry(name, group + (head.title.map { ": \($0)" } ?? ""), group, head)
    }
    let named = PresetGroup.sorted(entries).map { entry, group in
      let head = head(of: entry)
      return self.entry(entry.name, head?.comment ?? "", group, head)
    }
    return files + named
  }

  private func entry(
    _ name: String, _ summary: String, _ group: String, _ head: PresetHead?
  ) -> PresetEntry {
    PresetEntry(
      name: name, summary: summary, group: group, isSmall: head?.isAll ?? true
    ) {
      do {
        return .success(try experiment(named: name))
      } catch {
        return .failure(PresetEntry.Fault("\(error)"))
      }
    }
  }

  /// The most files here that are looked into.
  private static let mostFiles = 500

  /// The files here that mean to be presets.
  private var workingFiles: [(name: String, head: PresetHead)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: ".")) ?? []
    let files = names.filter { Self.endings.contains(URL(filePath: $0).pathExtension) }
    return files.sorted().prefix(Self.mostFiles).compactMap { name in
      PresetHead(of: name).flatMap { $0.meansToBePreset ? (name, $0) : nil }
    }
  }
}
