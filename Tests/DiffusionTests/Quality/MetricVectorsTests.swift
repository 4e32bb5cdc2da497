import Foundation
import Testing

@testable import Diffusion

/// Every metric against POT, scipy, numpy and scikit-learn.
@Suite struct MetricVectorsTests {
  /// A figure of the reference file: a number, or figures by name.
  enum Reference: Decodable {
    case number(Double)
    case group([String: Reference])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .group(try container.decode([String: Reference].self))
      }
    }
  }

  private struct File: Decodable {
    let results: [String: [String: Reference]]
  }

  @Test(
    "Every figure is the reference's",
    .vectors("06_metrics/pairs.json", "06_metrics/sets/ringU.csv", "06_metrics/sets/irrB.csv"),
    arguments: ["ringA|ringB", "irrB|ringU", "ringB|irrB", "ringA|ringA"])
  func pairs(pair: String) throws {
    let file = try Vectors.json("06_metrics/pairs.json", as: File.self)
    let expected = try #require(file.results[pair])
    let names = pair.split(separator: "|")
    let clouds = ComparedClouds(
      reference: try Vectors.table("06_metrics/sets/\(names[0]).csv").points(),
      generated: try Vectors.table("06_metrics/sets/\(names[1]).csv").points())
    for metric in Metric.allCases where metric != .sinkhorn {
      for (name, figure) in try metric.measure(clouds) {
        guard let reference = expected[name] else { continue }
        Self.compare(figure, reference, name: name, tolerance: 1e-9)
      }
    }
    let measured = try Metric.allCases.flatMap { try $0.measure(clouds).keys }
    #expect(Set(expected.keys).subtracting(["n", "m", "sinkhorn"]).isSubset(of: measured))
  }

  @Test(
    "Sinkhorn's figures are the reference's",
    .vectors("06_metrics/pairs.json", "06_metrics/sets/ringA.csv", "06_metrics/sets/ringB.csv"))
  func sinkhorn() throws {
    let file = try Vectors.json("06_metrics/pairs.json", as: File.self)
    let expected = try #require(file.results["ringA|ringB"]?["sinkhorn"])
    guard case .group(let entropies) = expected, let reference = entropies["0.5"] else {
      Issue.record("the reference has no Sinkhorn figures")
      return
    }
    let clouds = ComparedClouds(
      reference: try Vectors.table("06_metrics/sets/ringA.csv").points(),
      generated: try Vectors.table("06_metrics/sets/ringB.csv").points())
    let settings = MetricSettings(entropies: [.init(name: "0.5", value: 0.5)])
    let figures = try Metric.sinkhorn.measure(clouds, settings: settings)
    Self.compare(
      try #require(figures["sinkhorn"]), .group(["0.5": reference]), name: "sinkhorn",
      tolerance: 1e-5)
    #expect(try Metric.sinkhorn.measure(clouds).isEmpty)
  }

  private static func compare(
    _ figure: MetricFigure, _ reference: Reference, name: String, tolerance: Double
  ) {
    switch (figure, reference) {
    case (.number(let value), .number(let expected)):
      #expect(deviation(value, expected) < tolerance, "\(name): \(value), not \(expected)")
    case (.count(let value), .number(let expected)):
      #expect(Double(value) == expected, "\(name)")
    case (.group(let figures), .group(let references)):
      for (key, reference) in references {
        if let figure = figures[key] {
          compare(figure, reference, name: "\(name).\(key)", tolerance: tolerance)
        } else {
          Issue.record("\(name) has no \(key)")
        }
      }
    case (.number, .group), (.count, .group), (.group, .number), (.check, _), (.settled, _),
      (.note, _):
      Issue.record("\(name) has another form")
    }
  }
}
