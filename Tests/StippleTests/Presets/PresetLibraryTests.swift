import Diffusion
import Testing

@testable import stipple

@Suite struct PresetLibraryTests {
  @Test func theFirstFolderWins() throws {
    let near = try Scratch()
    let far = try Scratch()
    _ = try near.write("seed: 1\n", to: "mine.yaml")
    _ = try far.write("seed: 2\n", to: "mine.yaml")
    _ = try far.write("seed: 3\n", to: "other.yml")
    let library = PresetLibrary(folders: [near.path, far.path])
    #expect(try library.experiment(named: "mine").seed == 1)
    #expect(try library.experiment(named: "other").seed == 3)
    #expect(library.entries.filter { $0.file != nil }.map(\.name) == ["mine", "other"])
  }

  @Test func theBuiltInPresetNeedsNoFolder() throws {
    #expect(try PresetLibrary(folders: []).experiment(named: "eight-gaussians") == Experiment())
  }

  @Test func aSlashOrAnEndingMakesAFile() throws {
    let scratch = try Scratch()
    let path = try scratch.write("{\"seed\": 5}", to: "mine.json")
    #expect(try PresetLibrary(folders: []).experiment(named: path).seed == 5)
    let expected = InputError("cannot be read: No such file or directory", file: "no-such.yaml")
    #expect(throws: expected) { try PresetLibrary(folders: []).experiment(named: "no-such.yaml") }
  }

  @Test func anUnknownNameIsAnsweredWithTheNearestAndWhereItWasLookedFor() {
    let expected = InputError(
      "there is no preset 'eight-gausians'; did you mean 'eight-gaussians'?"
        + " (looked in a/, b/, what is built in)")
    #expect(throws: expected) {
      try PresetLibrary(folders: ["a", "b"]).experiment(named: "eight-gausians")
    }
  }

  @Test func theUsualFoldersFollowTheBaseDirectorySpecification() {
    let library = PresetLibrary(
      environment: ["XDG_DATA_HOME": "/h", "XDG_DATA_DIRS": "/a:relative:/b"],
      executable: "/opt/bin/stipple")
    #expect(
      library.folders == [
        "presets", "/opt/bin/presets", "/opt/bin", "/h/stipple/presets", "/a/stipple/presets",
        "/b/stipple/presets",
      ])
  }

  @Test func withoutVariablesTheDefaultsOfTheSpecificationHold() {
    let library = PresetLibrary(
      environment: ["HOME": "/home/me", "XDG_DATA_HOME": "relative"], executable: nil)
    #expect(
      library.folders == [
        "presets", "/home/me/.local/share/stipple/presets", "/usr/local/share/stipple/presets",
        "/usr/share/stipple/presets",
      ])
  }
}
