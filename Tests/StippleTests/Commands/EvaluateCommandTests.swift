import Foundation
import Testing

@testable import stipple

@Suite struct EvaluateCommandTests {
  private struct Report: Decodable {
    struct Figure: Decodable {
      let metric: String
      let value: Double
      let floor: Double?
      let definition: String
    }
    let sampler: String
    let steps: Int
    let networkCalls: Int
    let n: Int
    let seed: UInt64
    let figures: [Figure]
  }

  @Test func theExactModelIsAsGoodAsRealDataCanTell() throws {
    let run = Invocation(
      "evaluate", "eight-gaussians", "--sampler", "ddim", "--schedule", "cosine", "--steps", "25",
      "--count", "400", "--seed", "1", "--json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let report = try decoder.decode(Report.self, from: Data(run.output.utf8))
    #expect(report.sampler == "ddim" && report.steps == 25 && report.networkCalls == 25)
    #expect(report.n == 400 && report.seed == 1)
    let values = Dictionary(uniqueKeysWithValues: report.figures.map { ($0.metric, $0) })
    #expect(values["modes_found"]?.value == 8 && values["modes_found"]?.floor == 8)
    // Four standard deviations of a share of 0.989 among 400 samples are 0.021.
    #expect(try #require(values["share_within_3_std"]).value > 0.989 - 0.021)
    let distance = try #require(values["sliced_w2"])
    #expect(try distance.value < 2.5 * #require(distance.floor))
    let shares = report.figures.filter { $0.metric.hasPrefix("share_of_") }
    #expect(shares.count == 8)
    #expect(abs(shares.reduce(0) { $0 + $1.value } - 1) < 1e-12)
    #expect(report.figures.allSatisfy { !$0.definition.isEmpty })
  }

  @Test func everyRowOfTheTableIsCompleteByItself() {
    let run = Invocation(
      "evaluate", "eight-gaussians", "--sampler", "heun", "--steps", "4", "--count", "50")
    #expect(run.lines.first == "metric,value,floor,n,seed,network_calls,definition")
    for line in run.lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(fields.count == 7)
      #expect(fields[3...5] == ["50", "7", "7"])
    }
  }
}
