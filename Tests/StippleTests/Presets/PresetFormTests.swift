import Diffusion
import Foundation
import Testing

@testable import stipple

/// The same value in the forms that people, R, Python and JSON libraries write it in.
@Suite struct PresetFormTests {
  @Test(arguments: ["3000", "3000.0", "3e3", "3_000", "!!int \"3000\"", "+3000"])
  func aWholeNumberIsReadInEveryForm(number: String) throws {
    #expect(try read("schedule: {timesteps: \(number)}").schedule.timesteps == 3000)
  }

  @Test(arguments: ["true", "True", "TRUE", "yes", "Yes", "on"])
  func aTruthIsReadInEveryForm(word: String) throws {
    #expect(try read("model: {residual: \(word)}").model.network.isResidual)
  }

  @Test func theLargestSeedKeepsItsDigits() throws {
    #expect(try read("seed: 18446744073709551615").seed == .max)
  }

  @Test(arguments: [
    ("{\"title\": \"\\ud83d\\ude00\"}", "😀"), ("\t {\"title\": \"a\\/b\"}", "a/b"),
    ("{\"title\": \"\\\\ud83d\\\\ude00\"}", "\\ud83d\\ude00"),
    ("{\n\t\"title\": \"\\u00e9\"}", "é"),
  ])
  func theEscapesOfJSONAreRead(text: String, title: String) throws {
    #expect(try read(text).title == title)
  }

  @Test func anAnchorStandsForItsValue() throws {
    let text = "model: {hidden: &h [32, 32]}"
    #expect(try read(text).model.network.hidden == [32, 32])
    let repeated = "words: {a: &n [north, east], b: *n}"
    #expect(try read(repeated).words.map(\.labels) == [["north", "east"], ["north", "east"]])
  }

  @Test("An alias bomb is refused before it is read", arguments: [true, false])
  func bomb(asKey: Bool) {
    let names = "abcdefghij".map(String.init)
    var text = "a: &a [1,1,1,1,1,1,1,1,1]\n"
    for (one, next) in zip(names, names.dropFirst()) {
      let nine = Array(repeating: "*\(one)", count: 9).joined(separator: ",")
      text += "\(next): &\(next) [\(nine)]\n"
    }
    text += asKey ? "? *j\n: 1\n" : "title: *j\n"
    #expect(throws: InputError.self) { try read(text) }
  }

  /// Texts that another reader would turn into something else, and any scalars at all.
  ///
  /// None begins with a byte order mark, which the YAML reader takes away from texts too.
  static let texts =
    ([
      "no", "on", "off", "Yes", "y", "012", "1_000", ".inf", "0x1F", "True", "null", "~", "=", "<<",
      "2020-01-01", "1:30", "1e3", "-", "- a", "a: b", "a #b", "#a", "", " a", "a ", "'", "\"",
      "*a",
      "&a", "!a", "%a", "@a", "`a", "[", "{", "a,b", "\t", "a\nb", "\r", "\u{85}", "\u{2028}",
      "\u{FEFF}", "\u{202E}", "é", "😀", "\u{FFFF}", "\u{10FFFF}", "\u{1B}[31m", "\u{9B}1m",
    ] + randomTexts).filter { !$0.isEmpty && $0.unicodeScalars.first != "\u{FEFF}" }

  private static var randomTexts: [String] {
    var state: UInt64 = 13
    func next(below bound: UInt32) -> UInt32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt32(state >> 33) % bound
    }
    return (0..<400).map { round in
      let bound: UInt32 = [0x80, 0x100, 0x3000, 0x110000][round % 4]
      let scalars = (0...next(below: 6)).compactMap { _ in
        Unicode.Scalar(max(1, next(below: bound)))
      }
      return String(String.UnicodeScalarView(scalars))
    }
  }

  @Test func everySavedPresetOpensWithTheSameTexts() throws {
    for text in Self.texts {
      let experiment = Self.experiment(saying: text)
      let saved = try PresetWriter.text(of: experiment)
      #expect(try read(saved) == experiment, "\(text.debugDescription)")
    }
  }

  @Test("Python's reader and writer keep every text", .enabled(if: Python.hasYAML))
  func python() throws {
    let scratch = try Scratch()
    let texts = Self.texts
    for (index, text) in texts.enumerated() {
      let saved = try PresetWriter.text(of: Self.experiment(saying: text))
      _ = try scratch.write(saved, to: "\(index).yaml")
    }
    try Python.run(
      """
      import yaml, sys, os
      for i in range(\(texts.count)):
          path = os.path.join(sys.argv[1], f"{i}.yaml")
          with open(path, encoding="utf-8") as f: value = yaml.safe_load(f)
          assert isinstance(value["title"], str), value["title"]
          with open(path, "w", encoding="utf-8") as f: yaml.safe_dump(value, f)
      """, scratch.path)
    for (index, text) in texts.enumerated() {
      let again = try PresetReader.experiment(inFile: scratch.file("\(index).yaml"))
      #expect(again == Self.experiment(saying: text), "\(text.debugDescription)")
    }
  }

  private static func experiment(saying text: String) -> Experiment {
    var experiment = Experiment(
      title: text,
      distribution: .components([
        GaussianMixture.Component(
          mean: .zero, covariance: Covariance(standardDeviation: 1), label: text)
      ]))
    experiment.words = [LabelGroup("any \(text)", covers: [text])]
    return experiment
  }

  private func read(_ text: String) throws -> Experiment {
    try PresetReader(file: "p.yaml").experiment(from: text)
  }
}
