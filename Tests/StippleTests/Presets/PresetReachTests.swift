import Foundation
import Testing

@testable import stipple

/// A preset reads what lies in its folder, and nothing else unless the command line says so.
@Suite struct PresetReachTests {
  @Test(arguments: [
    "../secret.csv", "inner/../../secret.csv", "/etc/passwd", "link.csv", "linked/secret.csv",
    "../../../../../../etc/passwd", "/proc/self/environ", "../none.csv",
  ])
  func aFileOutsideTheFolderIsNotTouched(name: String) throws {
    let scratch = try Scratch()
    let preset = try Self.folder(in: scratch.path, naming: name)
    let run = Invocation("schedule", preset)
    #expect(run.status == 2)
    #expect(run.notes.first?.contains("--allow-outside") == true, "\(run.notes)")
    #expect(run.notes.first?.contains("root:") == false)
  }

  @Test(arguments: ["../secret.csv", "link.csv", "linked/secret.csv"])
  func theCommandLineMayAllowIt(name: String) throws {
    let scratch = try Scratch()
    let preset = try Self.folder(in: scratch.path, naming: name)
    #expect(Invocation("schedule", preset, "--allow-outside").status == 0)
  }

  @Test(arguments: ["own.csv", "./own.csv", "inner/own.csv", "inner/../own.csv"])
  func whatLiesInTheFolderIsRead(name: String) throws {
    let scratch = try Scratch()
    let preset = try Self.folder(in: scratch.path, naming: name)
    #expect(Invocation("schedule", preset).status == 0)
  }

  @Test func whatIsNoTableIsNotQuoted() throws {
    let scratch = try Scratch()
    let preset = try Self.folder(in: scratch.path, naming: "own.env")
    _ = try scratch.write("AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG", to: "folder/own.env")
    let run = Invocation("schedule", preset)
    #expect(run.status == 2)
    #expect(run.notes.first?.contains("wJal") == false, "\(run.notes)")
  }

  @Test("What would wait or never end is refused at once", arguments: ["pipe", "/dev/zero"])
  func pipe(name: String) throws {
    let scratch = try Scratch()
    _ = try scratch.write("x,y\n0,1\n", to: "ok.csv")
    let path = name == "pipe" ? scratch.file("pipe") : name
    if name == "pipe" { #expect(mkfifo(path, 0o600) == 0) }
    let noted = [
      ["schedule", path == "/dev/zero" ? path : path + ".yaml"],
      ["field", "eight-gaussians", "--t", "5", "--points", path],
      ["sample", "eight-gaussians", "--steps", "2", "--initial", path],
      [
        "sample", "eight-gaussians", "--steps", "2", "--noise", path, "--initial",
        scratch.file("ok.csv"),
      ],
      ["evaluate", "eight-gaussians", "--metrics", "modes", "--samples", path],
      ["sample", "eight-gaussians", "--model", path],
      ["render", "eight-gaussians", "--script", path],
    ]
    if name == "pipe" { #expect(mkfifo(path + ".yaml", 0o600) == 0) }
    for arguments in noted {
      let run = Invocation(list: arguments)
      #expect(run.status == 2 && run.output.isEmpty, "\(arguments)")
      #expect(run.notes.first?.contains("only regular files are read") == true, "\(run.notes)")
    }
  }

  @Test func aPipeAmongThePresetsDoesNotStopTheList() throws {
    let scratch = try Scratch()
    #expect(mkfifo(scratch.file("wait.yaml"), 0o600) == 0)
    let run = Invocation("list", "presets", presets: [scratch.path])
    #expect(run.status == 0 && run.output.contains("wait"))
    let entries = PresetLibrary(folders: [scratch.path]).screenEntries
    let entry = try #require(entries.first { $0.name == "wait" })
    #expect(throws: (any Error).self) { try entry.content.get() }
  }

  @Test func aLargePresetIsReadWhenItIsChosen() throws {
    let scratch = try Scratch()
    let filler = String(repeating: "# nothing to see here\n", count: 50_000)
    _ = try scratch.write("# What it teaches\n" + filler + "seed: 7\n", to: "large.yaml")
    _ = try scratch.write("# Small\nseed: 8\n", to: "small.yaml")
    let entries = PresetLibrary(folders: [scratch.path]).screenEntries
    let large = try #require(entries.first { $0.name == "large" })
    #expect(large.glimpse == nil && large.summary == "What it teaches")
    #expect(try large.content.get().seed == 7)
    #expect(try large.glimpse?.get().seed == 7)
    #expect(try entries.first { $0.name == "small" }?.glimpse?.get().seed == 8)
  }

  /// A folder with a preset that names a file, beside a secret.
  private static func folder(in scratch: String, naming name: String) throws -> String {
    let files = FileManager.default
    for folder in ["folder/inner", "elsewhere"] {
      try files.createDirectory(atPath: "\(scratch)/\(folder)", withIntermediateDirectories: true)
    }
    let points = Data("x,y\n0,1\n2,3\n".utf8)
    for file in ["secret.csv", "elsewhere/secret.csv", "folder/own.csv", "folder/inner/own.csv"] {
      try points.write(to: URL(filePath: "\(scratch)/\(file)"))
    }
    try files.createSymbolicLink(
      atPath: "\(scratch)/folder/link.csv", withDestinationPath: "../secret.csv")
    try files.createSymbolicLink(
      atPath: "\(scratch)/folder/linked", withDestinationPath: "../elsewhere")
    let preset = "\(scratch)/folder/p.yaml"
    try Data("distribution: {points: \(name)}\n".utf8).write(to: URL(filePath: preset))
    return preset
  }
}
