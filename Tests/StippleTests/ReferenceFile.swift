import Foundation
import Testing

/// Reference values computed by independent libraries: the full set where `STIPPLE_VECTORS` says
/// or at `../shared/vectors`, else the subset kept with the engine's tests.
enum ReferenceFile {
  static func path(_ name: String) -> String? {
    folders.map { "\($0)/\(name)" }.first(where: FileManager.default.fileExists)
  }

  /// The rows of a CSV file after its header.
  static func rows(_ name: String) throws -> [[Double]] {
    let file = try #require(Self.path(name), "no reference file \(name)")
    return try String(contentsOfFile: file, encoding: .utf8)
      .split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",").map { Double($0) ?? .nan } }
  }

  private static let folders: [String] = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    var folder = tests.deletingLastPathComponent()
    var found = ProcessInfo.processInfo.environment["STIPPLE_VECTORS"].map { [$0] } ?? []
    while folder.path(percentEncoded: false) != "/" {
      folder = folder.deletingLastPathComponent().standardizedFileURL
      found.append(folder.appending(path: "shared/vectors").path(percentEncoded: false))
    }
    let subset = tests.appending(path: "DiffusionTests/Resources/vectors")
    return found + [subset.path(percentEncoded: false)]
  }()
}

extension Trait where Self == ConditionTrait {
  /// Skips a test, with the reason, unless a reference file is at hand.
  static func reference(_ name: String) -> Self {
    .enabled(
      if: ReferenceFile.path(name) != nil,
      "no reference file \(name); set STIPPLE_VECTORS to the folder of the full set")
  }
}
