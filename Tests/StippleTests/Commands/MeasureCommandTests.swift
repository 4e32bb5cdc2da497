import Foundation
import Testing

@testable import stipple

@Suite struct MeasureCommandTests {
  private static let pairs = "06_metrics/pairs.json"

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Every number of the reference beside the figure printed under the same names.
  private func deviations(
    _ figures: [String: Any], _ reference: [String: Any], path: String = ""
  ) -> [(path: String, deviation: Double)] {
    reference.flatMap { key, value -> [(path: String, deviation: Double)] in
      let here = "\(path)/\(key)"
      if let group = value as? [String: Any] {
        return deviations(figures[key] as? [String: Any] ?? [:], group, path: here)
      }
      guard let expected = (value as? NSNumber)?.doubleValue,
        let printed = (figures[key] as? NSNumber)?.doubleValue
      else { return [(here, .infinity)] }
      return [(here, abs(printed - expected) / (1 + abs(expected)))]
    }
  }

  @Test(
    "The figures and their names are the reference's", .reference("06_metrics/sets/ringU.csv"),
    arguments: ["ringA|ringB", "ringA|ringA", "ringB|irrB"])
  func reference(pair: String) throws {
    let path = try #require(ReferenceFile.path(Self.pairs))
    let file = try json(String(contentsOfFile: path, encoding: .utf8))
    var expected = try #require((file["results"] as? [String: [String: Any]])?[pair])
    // Entropic transport and larger clouds take long in a debug build; the engine's own tests
    // repeat them.
    expected["sinkhorn"] = nil
    let files = try pair.split(separator: "|").map {
      try #require(ReferenceFile.path("06_metrics/sets/\($0).csv"))
    }
    let run = Invocation(list: ["measure"] + files)
    #expect(run.status == 0, "\(run.notes)")
    for (path, deviation) in deviations(try json(run.output), expected) {
      #expect(deviation < 1e-9, "\(path)")
    }
  }

  @Test func optionsAreNamedAsTheyAreTyped() throws {
    let scratch = try Scratch()
    let one = try scratch.write("x,y\n0,0\n1,0\n0,1\n1,1\n", to: "one.csv")
    let other = try scratch.write("x,y,label\n0,0,a\n1,0.5,b\n", to: "other.csv")
    let run = Invocation(
      "measure", one, other, "--bandwidth", "0.50", "--bandwidth", "2", "--sinkhorn", "1e0")
    let figures = try json(run.output)
    #expect((figures["mmd"] as? [String: Any])?.keys.sorted() == ["0.50", "2"])
    #expect((figures["sinkhorn"] as? [String: Any])?.keys.sorted() == ["1e0"])
    #expect(figures["n"] as? Int == 4 && figures["m"] as? Int == 2)
    #expect(figures["prdc_k3"] == nil)
    #expect(try json(Invocation("measure", one, other).output)["sinkhorn"] == nil)
  }

  @Test(arguments: [
    ("x,y\n0,nan\n", [], 2, "two.csv:2:3: 'nan' is not a finite number"),
    ("x,y\n0,1,2\n", [], 2, "two.csv:2:5: 3 fields where the header names 2"),
    ("x,y\n0,1\n1e200,0\n", [], 2, "two.csv:3:1: a coordinate is beyond 1e+100"),
    ("x,y\n0,1\n", ["--bandwidth", "0"], 64, "it must be a finite number above 0"),
    ("x,y\n0,1\n", ["--sinkhorn", "zero"], 64, "it must be a finite number above 0"),
  ])
  func unusableInputIsAnsweredWithOneLine(
    text: String, flags: [String], status: Int, words: String
  ) throws {
    let scratch = try Scratch()
    let one = try scratch.write("x,y\n0,0\n", to: "one.csv")
    let two = try scratch.write(text, to: "two.csv")
    let run = Invocation(list: ["measure", one, two] + flags)
    #expect(run.status == Int32(status) && run.output.isEmpty)
    #expect(run.notes.count == 1 && run.notes[0].contains(words), "\(run.notes)")
  }

  @Test func singlePointsHaveNoUnbiasedFigures() throws {
    let scratch = try Scratch()
    let one = try scratch.write("x,y\n0,0\n", to: "one.csv")
    let figures = try json(Invocation("measure", one, one).output)
    #expect((figures["energy"] as? [String: Any])?["squared_u"] as? String == "nan")
    #expect(figures["w2"] as? Double == 0)
  }

  @Test("Metrics and single figures can be chosen")
  func choice() throws {
    let scratch = try Scratch()
    let one = try scratch.write("x,y\n0,0\n1,0\n", to: "one.csv")
    let other = try scratch.write("x,y\n0,1\n1,2\n", to: "other.csv")
    let run = Invocation("measure", one, other, "--metrics", "w2,chamfer")
    #expect(run.status == 0, "\(run.notes)")
    let keys = ["chamfer_mean", "chamfer_squared_mean", "chamfer_squared_sum", "m", "n", "w2"]
    #expect(try json(run.output).keys.sorted() == keys)
    let all = try json(Invocation("measure", one, other).output)
    #expect(all["w2"] as? Double == (try json(run.output))["w2"] as? Double)
    #expect(all["w2_certificate"] as? Double == 0)
    let wrong = Invocation("measure", one, other, "--metrics", "w3")
    #expect(wrong.status == 64 && wrong.notes[0].contains("did you mean 'w1'"), "\(wrong.notes)")
    let idle = Invocation("measure", one, other, "--metrics", "sinkhorn")
    #expect(idle.status == 64 && idle.notes[0].contains("needs an entropy"), "\(idle.notes)")
    let also = Invocation("measure", one, other, "--metrics", "w2", "--sinkhorn", "1")
    #expect(try json(also.output).keys.sorted() == ["m", "n", "sinkhorn", "w2"])
    let unused = Invocation("measure", one, other, "--metrics", "w2", "--bandwidth", "1")
    #expect(unused.status == 64 && unused.notes[0].contains("leaves mmd out"), "\(unused.notes)")
  }

  @Test("Where one metric does not converge it says how far it came, and all others are there")
  func oneFailure() throws {
    let scratch = try Scratch()
    let one = try scratch.write("x,y\n0,0\n1,0\n0.3,1\n", to: "one.csv")
    let other = try scratch.write("x,y\n900,0.1\n901,0.7\n900.2,5\n", to: "other.csv")
    let run = Invocation("measure", one, other, "--sinkhorn", "1e-9", "--sinkhorn", "1e4")
    #expect(run.status == 1)
    let figures = try json(run.output)
    let sinkhorn = try #require(figures["sinkhorn"] as? [String: [String: Any]])
    #expect(sinkhorn["1e-9"]?["converged"] as? Bool == false)
    #expect(sinkhorn["1e-9"]?["marginal_error"] is Double)
    #expect(sinkhorn["1e4"]?["converged"] as? Bool == true)
    #expect(figures["w2"] is Double && figures["energy"] != nil && figures["sliced_w1"] != nil)
    #expect(run.notes.contains { $0.contains("sinkhorn: 1e-9: the iterations have not converged") })
    #expect(run.notes.contains { $0.contains("lies on the lattice from -2 to 2") })
  }

  @Test("More points than ten thousand are transported too")
  func many() throws {
    let scratch = try Scratch()
    let rows = (0..<12_000).map { "\($0 % 120),\($0 / 120)" }.joined(separator: "\n")
    let one = try scratch.write("x,y\n\(rows)\n", to: "one.csv")
    let other = try scratch.write("x,y\n3,4\n", to: "other.csv")
    let run = Invocation("measure", one, other, "--metrics", "w2_squared")
    #expect(run.status == 0 && run.notes.isEmpty, "\(run.notes)")
    // The mean of (x - 3)^2 over 0..<120 and of (y - 4)^2 over 0..<100, by sums of squares.
    let wanted = 26_353.0 / 6 + 2_903.5
    let found = try #require(try json(run.output)["w2_squared"] as? Double)
    #expect(abs(found - wanted) < 1e-9 * wanted)
  }
}
