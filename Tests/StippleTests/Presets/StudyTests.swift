import Foundation
import Testing

/// The studies beside the presets, made so small that they say nothing but run.
@Suite(.enabled(if: PseudoTerminal.stipple != nil)) struct StudyTests {
  private static let folder = "\(ShippedPresetsTests.folder)/studies"

  /// The studies, and what they are asked besides.
  private static let studies = [
    ("flow-matching", ["normal-to-moons"]), ("gaussians-to-moons", []), ("reflow", []),
    ("cost", []), ("flow-map", []), ("energy", []),
    ("few-steps", []),
    ("priors", ["opposite-sde"]),
    ("sweep", []),
    ("bound", ["3", "10"]),
    ("methods", ["eight-gaussians"]),
    ("gan", []),
    ("variance", ["eight-gaussians", "2"]),
    ("learned-schedule", ["eight-gaussians"]),
    ("diffusion-gan", []),
    ("latent", ["1"]), ("hierarchical-vae", []),
  ]

  @Test func everyScriptIsTried() throws {
    let scripts = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
      .filter { $0.hasSuffix(".sh") }
    #expect(Set(scripts) == Set(Self.studies.map { "\($0.0).sh" }))
  }

  @Test("A study prints rows of numbers", arguments: studies)
  func rows(name: String, arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["\(Self.folder)/\(name).sh"] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging([
      "STIPPLE": try #require(PseudoTerminal.stipple), "STUDY_ITERATIONS": "1",
      "STUDY_COUNT": "6", "STUDY_SEEDS": "1 2",
    ]) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let notes = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let warnings = notes.split(separator: "\n").filter { !$0.isEmpty }
    if name == "priors" {
      // On the path shifted-vp a trace of the data is left where runs start, which every evaluation
      // says: that of the exact velocity and that of the network.
      #expect(warnings.count == 2, "\(notes)")
      #expect(warnings.allSatisfy { $0.hasPrefix("stipple: warning: nearly noise") }, "\(notes)")
      #expect(
        warnings.allSatisfy {
          $0.hasSuffix("take the path straight-line, which ends in the prior alone")
        })
    } else if name == "methods" {
      // An encoder that has made one step need not have told anything yet.
      #expect(warnings.allSatisfy { $0.contains("(posterior collapse)") }, "\(notes)")
    } else {
      #expect(warnings.isEmpty, "\(notes)")
    }
    let table = text.split(separator: "\n").filter { $0.hasPrefix("|") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    try #require(table.count > 3, "\(text)")
    for row in table where row.contains(where: { Double($0) != nil }) {
      let numbers = row.compactMap(Double.init)
      #expect(numbers.count >= 2 && numbers.allSatisfy(\.isFinite), "\(row)")
      #expect(!row.contains("") && !text.contains("nan"), "\(row)")
    }
    #expect(table.contains { $0.contains { Double($0) != nil } })
  }

  @Test func studiesAreNoPresets() {
    #expect(!ShippedPresetsTests.names.contains { $0.contains("studies") })
  }
}
