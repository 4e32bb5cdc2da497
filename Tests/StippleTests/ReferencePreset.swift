import Foundation
import Testing

@testable import stipple

/// A mixture of the reference files as a preset in JSON.
enum ReferencePreset {
  private struct File: Decodable {
    let weights: [Double]
    let means: [[Double]]
    let covariances: [[[Double]]]
    let labels: [Int]?
  }

  private struct Preset: Encodable {
    struct Distribution: Encodable { let components: [Component] }
    struct Component: Encodable {
      let weight: Double
      let mean: [Double]
      let covariance: [[Double]]
      let label: String
    }
    struct Schedule: Encodable { let beta: [Double] }
    let distribution: Distribution
    let schedule: Schedule
  }

  /// Writes the preset of a mixture such as `ring8` and returns its path.
  static func write(
    _ name: String, beta: [Double] = [0.0001, 0.02], in scratch: borrowing Scratch
  ) throws -> String {
    let path = try #require(ReferenceFile.path("inputs/mixture_\(name).json"))
    let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: URL(filePath: path)))
    let components = file.weights.indices.map { k in
      Preset.Component(
        weight: file.weights[k], mean: file.means[k], covariance: file.covariances[k],
        label: "\(file.labels?[k] ?? k)")
    }
    let preset = Preset(
      distribution: Preset.Distribution(components: components),
      schedule: Preset.Schedule(beta: beta))
    return try scratch.write(JSONText.encode(preset), to: "\(name).json")
  }
}

/// The largest of `|value − reference| / (1 + |reference|)`; infinite where the shapes differ.
func largestDeviation(_ rows: [[Double]], _ reference: [[Double]]) -> Double {
  if rows.isEmpty || rows.count != reference.count { return .infinity }
  var largest = 0.0
  for (row, expected) in zip(rows, reference) {
    if row.count != expected.count { return .infinity }
    for (value, number) in zip(row, expected) {
      let deviation = abs(value - number) / (1 + abs(number))
      largest = deviation.isNaN ? .infinity : max(largest, deviation)
    }
  }
  return largest
}
