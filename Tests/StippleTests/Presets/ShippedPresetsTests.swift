import Diffusion
import Foundation
import Testing

@testable import stipple

@Suite struct ShippedPresetsTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "presets").path(percentEncoded: false)
  static let shipped = PresetLibrary(folders: [folder])
  static let names = shipped.entries.map(\.name)

  @Test(arguments: names)
  func everyPresetLoadsAndReadsBack(name: String) throws {
    let experiment = try Self.shipped.experiment(named: name)
    _ = try Laboratory(experiment)
    let text = try PresetWriter.text(of: experiment, path: "p.yaml")
    #expect(try PresetReader(file: "p.yaml").experiment(from: text) == experiment)
  }

  @Test(arguments: names)
  func everyPresetBeginsWithALineThatTeaches(name: String) throws {
    let entry = try #require(Self.shipped.entries.first { $0.name == name })
    let summary = Self.shipped.summary(of: entry)
    #expect((30...100).contains(summary.count), "\(summary)")
  }

  @Test("The list of digests is that of the files, so that lines to share may name them")
  func digestsAreFresh() throws {
    let rows = try Self.names.map { name in
      let text = try String(contentsOfFile: "\(Self.folder)/\(name).yaml", encoding: .utf8)
      return (name, ShippedPresets.digest(of: text))
    }
    let lines = rows.map { "    \"\($0)\": \"\($1)\"," }.joined(separator: "\n")
    #expect(
      ShippedPresets.digests == Dictionary(uniqueKeysWithValues: rows),
      "put this into ShippedPresets.swift:\n\(lines)")
  }

  @Test func thePromisedPresetsAreThere() {
    let promised: Set = [
      "eight-gaussians", "linear-vs-cosine", "too-few-steps", "exact-score", "two-moons",
    ]
    #expect(promised.isSubset(of: Self.names))
    #expect(Self.names.count >= 10)
  }

  @Test func theBuiltInPresetIsTheShippedOne() throws {
    #expect(try Self.shipped.experiment(named: "eight-gaussians") == Experiment())
    #expect(PresetLibrary.builtIn["eight-gaussians"] == Experiment())
  }

  @Test func theTrapOfTooFewStepsIsOne() throws {
    let experiment = try Self.shipped.experiment(named: "too-few-steps")
    let last = try #require(Schedule(experiment.schedule).levels.last)
    #expect(abs(last.alphaBar - 0.60) < 0.005)
  }

  /// Whatever is done to a preset's text, reading it gives an experiment or a complaint.
  @Test func damagedPresetsAreReadOrRefused() throws {
    var stream = Randomness(seed: 11).stream(.data)
    let bits = [
      ": ", "- ", "[", "]", "{", "}", "\"", "'", "#", "\n", "0", "-1", ".nan", "~", "&a ", "*a",
    ]
    for name in Self.names {
      let path = "\(Self.folder)/\(name).yaml"
      let original = try String(contentsOfFile: path, encoding: .utf8)
      for _ in 0..<20 {
        var text = original
        for _ in 0..<Int.random(in: 1...4, using: &stream) {
          let offset = Int.random(in: 0..<text.count, using: &stream)
          let start = text.index(text.startIndex, offsetBy: offset)
          let end = text.index(start, offsetBy: 3, limitedBy: text.endIndex) ?? text.endIndex
          text.replaceSubrange(start..<end, with: bits.randomElement(using: &stream) ?? "")
        }
        do {
          _ = try Laboratory(PresetReader(file: path).experiment(from: text))
        } catch let error as InputError {
          #expect(!error.description.contains("\n") && error.place != nil, "\(error)")
        }
      }
    }
  }
}
