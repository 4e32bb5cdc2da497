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

  @Test("Every preset is built in, so that the program needs no folder and lines may name them")
  func allAreBuiltIn() throws {
    let files = try Self.names.map { name in
      (name, Array(try Data(contentsOf: URL(filePath: "\(Self.folder)/\(name).yaml"))))
    }
    #expect(ShippedPresets.texts == Dictionary(uniqueKeysWithValues: files))
  }

  @Test("A built-in preset is read as its file is, and is listed with what it teaches")
  func builtInPresetsAreRead() throws {
    let alone = PresetLibrary(folders: [])
    #expect(alone.entries.map(\.name) == Self.names)
    for entry in alone.entries {
      #expect(try alone.experiment(named: entry.name) == Self.shipped.experiment(named: entry.name))
      #expect(alone.summary(of: entry).count >= 30, "\(entry.name)")
    }
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
