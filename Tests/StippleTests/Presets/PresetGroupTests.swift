import Testing

@testable import stipple

@Suite("The list of presets has parts")
struct PresetGroupTests {
  @Test("Every preset that comes with the program stands in one part")
  func groups() {
    let names = PresetGroup.all.flatMap(\.names)
    #expect(Set(names).count == names.count)
    #expect(Set(names) == Set(ShippedPresets.texts.keys))
  }

  @Test("Sorting keeps every preset, known ones first and in order")
  func sorting() {
    let entries = ["zebra", "two-moons", "ten-steps", "eight-gaussians", "own"].map {
      PresetLibrary.Entry(name: $0, file: nil)
    }
    let sorted = PresetGroup.sorted(entries)
    #expect(
      sorted.map(\.entry.name) == ["eight-gaussians", "two-moons", "ten-steps", "zebra", "own"])
    #expect(
      sorted.map(\.group) == ["data", "data", "samplers"] + [
        PresetGroup.further, PresetGroup.further,
      ])
  }
}
