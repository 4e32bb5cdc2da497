import Diffusion
import Foundation
import Testing

@testable import stipple

@Suite("stipple bench")
struct BenchCommandTests {
  @Test("Scores on a chosen instruction set come as JSON")
  func score() throws {
    let run = Invocation("bench", "score", "--seconds", "0.001", "--isa", "swift", "--json")
    #expect(run.status == 0)
    let parsed = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let rows = try #require(parsed as? [[String: Any]])
    #expect(rows.map { $0["components"] as? Int } == [8, 200])
    for row in rows {
      #expect(row["isa"] as? String == "swift" && row["threads"] as? Int == 1)
      #expect(try #require(row["points_per_s"] as? Double) > 0)
    }
  }

  @Test("Training says its share of the peak")
  func train() throws {
    let run = Invocation(
      "bench", "train", "--seconds", "0.001", "--batch", "3", "--width", "5", "--threads", "2",
      "--json")
    let parsed = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let rows = try #require(parsed as? [[String: Any]])
    #expect(
      rows.compactMap { $0["work"] as? String } == ["train", "train-tiny", "train-default"])
    let row = try #require(rows.first)
    let keys: Set = [
      "steps_per_s", "samples_per_s", "steps_per_cpu_s", "gflops", "gemm_peak_gflops",
      "share_of_peak", "isa", "threads", "batch", "width", "work",
    ]
    #expect(Set(row.keys) == keys)
    let share = try #require(row["share_of_peak"] as? Double)
    let gflops = try #require(row["gflops"] as? Double)
    let peak = try #require(row["gemm_peak_gflops"] as? Double)
    #expect(abs(share * peak - gflops) < 1e-9 * gflops)
  }

  @Test("Every method has a preset that learns by it, to be measured", arguments: Method.allCases)
  func methods(method: Method) throws {
    let experiment = try ShippedPresets.experiment(of: method)
    #expect(experiment.method == method && experiment.model.kind == .learned)
  }

  @Test("What cannot be measured is refused in a line that says what can")
  func refusals() {
    let unknown = Invocation("bench", "--isa", "avx1024")
    #expect(unknown.status != 0)
    #expect(unknown.notes.contains { $0.contains("no instruction set 'avx1024'") })
    let zero = Invocation("bench", "train", "--batch", "0")
    #expect(zero.notes.contains { $0.contains("--batch must be from 1 to 16384, not 0") })
    #expect(Invocation("bench", "fly").status != 0)
  }
}
