import Foundation
import Testing

@testable import stipple

@Suite("The field of one component alone") struct ConditionalFieldTests {
  private static let places = "x,y\n0.3,0.4\n-1.2,0.9\n2.5,-3\n0,0\n-40,25\n"

  /// The folder of the presets that are shipped.
  private static let shipped = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "presets").path(percentEncoded: false)

  private func run(_ words: [String]) -> Invocation {
    Invocation(list: words, presets: [Self.shipped])
  }

  /// The columns that are means over the components: all vectors.
  private static let vectors = ["score", "noise", "clean", "v", "velocity"]

  @Test(
    "The fields of all components, weighted by their shares, are the marginal one",
    arguments: [
      ("eight-gaussians", 8, ["--t", "250"]),
      ("eight-gaussians", 8, ["--sigma", "0.7"]),
      ("own-gaussians", 3, ["--t", "40", "--schedule", "cosine"]),
      ("eight-gaussians", 8, ["--schedule", "straight-line", "--time", "0.7"]),
      ("eight-gaussians", 8, ["--schedule", "straight-line", "--time", "1"]),
      ("eight-gaussians", 8, ["--schedule", "variance-preserving", "--time", "0"]),
      ("grid-25", 25, ["--t", "600", "--set", "{standardize: true}"]),
      ("variance-exploding", 8, ["--t", "500"]),
      ("prior-swapped", 8, ["--time", "0.4"]),
      ("prior-standard", 8, ["--time", "0.9"]),
    ])
  func sum(preset: String, components: Int, level: [String]) throws {
    let scratch = try Scratch()
    let points = try scratch.write(Self.places, to: "places.csv")
    let words = ["field", preset, "--points", points] + level
    let marginal = run(words)
    try #require(marginal.status == 0, "\(marginal.notes)")
    let columns = marginal.lines[0].split(separator: ",").map(String.init)
    let shown = columns.indices.filter { index in
      Self.vectors.contains { columns[index].hasPrefix("\($0)_") }
    }
    var sums = marginal.rows.map { _ in [Double](repeating: 0, count: shown.count) }
    var shares = marginal.rows.map { _ in 0.0 }
    for index in 0..<components {
      let part = run(words + ["--conditional", "\(index)"])
      try #require(part.status == 0, "\(part.notes)")
      #expect(part.lines[0] == marginal.lines[0] + ",weight")
      for (row, numbers) in part.rows.enumerated() {
        let weight = numbers[columns.count]
        shares[row] += weight
        for (place, column) in shown.enumerated() { sums[row][place] += weight * numbers[column] }
      }
    }
    #expect(shares.allSatisfy { abs($0 - 1) < 1e-12 })
    #expect(largestDeviation(sums, marginal.rows.map { row in shown.map { row[$0] } }) < 1e-12)
    let beyond = run(words + ["--conditional", "\(components)"])
    #expect(beyond.status == 2 && beyond.output.isEmpty)
    #expect(
      beyond.notes.last?.contains("--conditional must be from 0 to \(components - 1)") == true)
  }

  @Test("It is the Gaussian of the component, noised")
  func gaussian() throws {
    let scratch = try Scratch()
    let points = try scratch.write("x,y\n0.5,-0.25\n", to: "places.csv")
    let preset = try scratch.write(
      """
      distribution:
        components:
          - {mean: [1, 0], std: 0.5, label: a}
          - {mean: [-1, 2], std: 0.25, weight: 3, label: b}
      """, to: "two.yaml")
    let run = Invocation(
      "field", preset, "--points", points, "--sigma", "0.5", "--conditional", "0")
    #expect(run.status == 0, "\(run.notes)")
    let row = try #require(run.rows.first)
    // N((1, 0), 0.25 + 0.25): 0.3125 is the squared distance.
    #expect(abs(row[2] - (-0.3125 / (2 * 0.5) - log2Pi - log(0.5))) < 1e-13)
    #expect(abs(row[3] - 0.5 / 0.5) < 1e-13 && abs(row[4] - 0.25 / 0.5) < 1e-13)
  }

  private var log2Pi: Double { log(2 * Double.pi) }

  @Test(
    "What it cannot be asked with is said",
    arguments: [
      (["eight-gaussians", "--t", "3", "--label", "north"], 64, "leave out --label"),
      (["eight-gaussians", "--t", "3", "--set", "{guidance: north}"], 2, "out of the preset"),
      (["eight-gaussians", "--t", "3", "--model", "ring.safetensors"], 2, "leave out --model"),
      (["inverse-cdf"], 2, "inverse-cdf is not made of those of single components"),
      (["flow-matching", "--time", "0.3"], 2, "no exact field"),
    ])
  func refusals(flags: [String], status: Int32, words: String) throws {
    let scratch = try Scratch()
    let points = try scratch.write("x,y\n0,0\n", to: "places.csv")
    let run = run(["field"] + flags + ["--points", points, "--conditional", "1"])
    #expect(run.status == status && run.output.isEmpty, "\(run.status)")
    #expect(run.notes.last?.contains(words) == true, "\(run.notes)")
  }
}
