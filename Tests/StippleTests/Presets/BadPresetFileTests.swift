import Testing

@testable import stipple

/// What is no preset at all, or breaks off, is refused as one is.
@Suite struct BadPresetFileTests {
  @Test func tooManyComponentsAreRefusedAtTheFirstTooMany() {
    let rows = String(repeating: "  - {mean: [0, 0], std: 1}\n", count: 5001)
    #expect(
      PresetComplaint.about("distribution:\n  components:\n\(rows)")
        == "p.yaml:5003:5: 5001 components are too many; at most 5000 can be")
  }

  @Test func aBrokenLineOfAPointFileIsPlacedInThatFile() throws {
    let scratch = try Scratch()
    let points = try scratch.write("x,y\n1,oops\n", to: "data.csv")
    let preset = try scratch.write("distribution: {points: data.csv}\n", to: "p.yaml")
    #expect(throws: InputError.self) { try PresetReader.experiment(inFile: preset) }
    do {
      _ = try PresetReader.experiment(inFile: preset)
    } catch {
      #expect(error.file == points)
      #expect(error.place == InputError.Place(line: 2, column: 3))
    }
  }

  @Test(arguments: [
    "a: b: c\n", "{\"title\": \"x\"", "title: 'open\n", "\tseed: 1\n", "a: *nothing\n",
    "title: A\n---\ntitle: B\n", "title: \u{1}\n", "[[[[", "? [a, b]\n: 1\n", "%YAML 9.9\n---\n",
  ])
  func whatIsNotAPresetIsRefusedWithAPlace(text: String) {
    let message = PresetComplaint.about(text)
    #expect(message?.wholeMatch(of: /p\.yaml:\d+:\d+: [^\n]+/) != nil, "\(message ?? "accepted")")
  }

  @Test func deepNestingIsRefused() {
    let text = "title: " + String(repeating: "[", count: 100_000)
    #expect(PresetComplaint.about(text)?.hasPrefix("p.yaml:1:") == true)
  }
}
