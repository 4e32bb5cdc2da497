import Foundation
import Testing

/// The import table of the architecture, read from the sources: no compiler flag checks it.
@Suite struct ImportTests {
  /// What the files of each target may import. The executable may import everything.
  static let table: [String: Set<String>] = [
    "Diffusion": ["CKernels", "Foundation", "Synchronization"],
    "TextScreen": ["Foundation"],
    "Interface": ["Diffusion", "Foundation", "Synchronization", "TextScreen"],
    "CursesTerminal": ["CNcurses", "Foundation", "TextScreen"],
  ]

  @Test("A target imports only what the table allows", arguments: table.keys.sorted())
  func imports(of target: String) throws {
    let allowed = try #require(Self.table[target])
    let files = try Self.swiftFiles(under: Self.root.appending(path: "Sources/\(target)"))
    #expect(!files.isEmpty)
    for file in files {
      for module in try Self.modules(importedBy: file) where !allowed.contains(module) {
        Issue.record("\(file.lastPathComponent) of \(target) imports \(module)")
      }
    }
  }

  @Test func everyTargetIsInTheTable() throws {
    let targets = try Self.entries(of: Self.root.appending(path: "Sources"))
    let others = ["CPresets", "CProgram", "CKernels", "CNcurses", "stipple"]
    #expect(Set(targets) == Set(Self.table.keys).union(others))
  }

  @Test func theExecutableHasNoMathematicsOfItsOwn() throws {
    let files = try Self.swiftFiles(under: Self.root.appending(path: "Sources/stipple"))
    for file in files {
      #expect(try !Self.modules(importedBy: file).contains("CNcurses"), "\(file.path())")
    }
  }

  @Test func theRepositoryHasTheAgreedTopLevel() throws {
    // The README, agreed too, has tests of its own.
    let agreed: Set = ["Package.swift", "Sources", "Tests", "presets", "findings"]
    // What the package manager writes is no part of the repository.
    let others: Set = ["Package.resolved", "README.md"]
    let found = try Set(Self.entries(of: Self.root))
    #expect(found.subtracting(others) == agreed)
  }

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The names in a folder that do not begin with a dot.
  private static func entries(of folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
      .filter { !$0.hasPrefix(".") }
  }

  private static func swiftFiles(under folder: URL) throws -> [URL] {
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    return names.filter { $0.hasSuffix(".swift") }.map { folder.appending(path: $0) }
  }

  /// The modules named by import lines, whatever attributes or kinds stand before the name.
  private static func modules(importedBy file: URL) throws -> [String] {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
    return try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
      .compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"),
          words[..<place].allSatisfy({ $0.hasPrefix("@") || $0 == "public" || $0 == "internal" })
        else { return nil }
        let name = words[(place + 1)...].first { !kinds.contains($0) }
        return name?.split(separator: ".").first.map(String.init)
      }
  }
}
