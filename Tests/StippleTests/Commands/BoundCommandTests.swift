import Foundation
import Testing

@testable import stipple

@Suite("The bound at the command line") struct BoundCommandTests {
  private func figures(_ flags: [String]) throws -> [String: Any] {
    let run = Invocation(
      list: ["evaluate"] + flags + ["--metrics", "elbo", "--count", "50", "--json"])
    try #require(run.status == 0, "\(run.notes)")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(object as? [String: Any])
  }

  private func numbers(_ figures: [String: Any], _ name: String) throws -> [Double] {
    if let list = figures[name] as? [Double] { return list }
    return [try #require(figures[name] as? Double, "\(name)")]
  }

  private func preset(_ scratch: borrowing Scratch, _ more: String = "") throws -> String {
    try scratch.write(
      """
      distribution:
        components:
          - {mean: [-1, 0], std: 0.4}
          - {mean: [1, 0.5], covariance: [[0.3, 0.1], [0.1, 0.2]], weight: 2}
      schedule: {kind: linear, timesteps: 30, beta: [0.001, 0.4]}
      \(more)
      """, to: "two.yaml")
  }

  @Test(
    "Its parts add up, each with its error",
    arguments: ["small", "large", "optimal", "full", "learned"])
  func parts(variance: String) throws {
    let scratch = try Scratch()
    let found = try figures([try preset(scratch), "--variance", variance])
    let names = ["elbo_prior", "elbo_terms", "elbo_reconstruction"]
    let sum = try names.flatMap { try numbers(found, $0) }.reduce(0, +)
    let bound = try numbers(found, "nll_bound")[0]
    #expect(abs(bound - sum) < 1e-12)
    #expect(try numbers(found, "elbo_terms").count == 29)
    #expect(try numbers(found, "elbo_terms_error").count == 29)
    #expect(try abs(numbers(found, "bits_per_dimension")[0] - bound / (2 * log(2))) < 1e-12)
    // What is drawn has an error; all else has none.
    let error = try numbers(found, "nll_bound_error")[0]
    #expect(try bound > numbers(found, "nll_exact")[0] - 5 * error)
    #expect(error == 0 || variance == "learned")
    #expect(found["variance"] as? String == variance && found["n"] as? Int == 50)
    for name in names + ["nll_bound", "nll_exact", "nll_model", "bits_per_dimension"] {
      #expect(found["\(name)_error"] != nil, "\(name)")
    }
  }

  @Test("A preset can say the variance, and lists of it make columns")
  func choices() throws {
    let scratch = try Scratch()
    let path = try preset(scratch, "sampler: {kind: ddpm, variance: optimal}")
    #expect(try figures([path])["variance"] as? String == "optimal")
    let table = Invocation(
      "evaluate", path, "--metrics", "elbo", "--count", "20", "--variance", "small,full")
    #expect(
      table.status == 0 && table.lines[0].contains("small") && table.lines[0].contains("full"))
    let unknown = Invocation("sample", path, "--variance", "optimum")
    #expect(unknown.status == 64 && unknown.notes.joined().contains("optimal"))
    let drawn = try preset(scratch, "sampler: {kind: ddim, steps: 5}")
    #expect(try figures([drawn, "--variance", "large"])["variance"] as? String == "large")
    #expect(try figures([drawn])["variance"] as? String == "small")
    let unread = Invocation("sample", path, "--sampler", "ddim", "--variance", "full")
    #expect(unread.status == 2)
  }

  @Test("In the data's own units it is lower by the logarithm of the area of a unit")
  func units() throws {
    let scratch = try Scratch()
    let path = try preset(scratch, "standardize: true")
    let found = try figures([path, "--variance", "large"])
    let plain = try figures([try preset(scratch), "--variance", "large"])
    #expect(try abs(numbers(found, "nll_exact")[0] - numbers(plain, "nll_exact")[0]) < 1e-9)
    #expect(try numbers(found, "nll_bound")[0] > numbers(found, "nll_exact")[0])
  }

  @Test("Networks and known points have bounds of their own, with errors")
  func models() throws {
    let scratch = try Scratch()
    let weights = scratch.file("two.safetensors")
    let path = try preset(scratch)
    #expect(Invocation("train", path, "--iterations", "200", "-o", weights).status == 0)
    for variance in ["large", "full"] {
      let exact = try figures([path, "--variance", variance])
      let learned = try figures([path, "--variance", variance, "--model", weights])
      let error = try numbers(learned, "nll_bound_error")[0]
      #expect(error > 0 && learned["nll_model"] == nil)
      #expect(try numbers(learned, "nll_bound")[0] > numbers(exact, "nll_bound")[0] - 5 * error)
    }
    let few = try scratch.write(
      "distribution: {name: two-moons, samples: 20}\nschedule: {timesteps: 20}\n", to: "few.yaml")
    let copied = try figures([few, "--model", "empirical", "--variance", "optimal"])
    #expect(try numbers(copied, "nll_bound")[0] > numbers(copied, "nll_exact")[0] + 1)
  }

  @Test("A network that learns a variance has one; others are refused it in one line")
  func learned() throws {
    let scratch = try Scratch()
    let (plain, wide) = (scratch.file("plain.safetensors"), scratch.file("wide.safetensors"))
    let path = try preset(scratch, "model: {hidden: [16]}")
    let saying = ["--set", "{model: {hidden: [16], variance: learned}}"]
    #expect(Invocation("train", path, "--iterations", "40", "-o", plain).status == 0)
    let first = Invocation(list: ["train", path, "--iterations", "40", "-o", wide] + saying)
    #expect(first.status == 0, "\(first.notes)")
    let again = Invocation(list: ["train", path, "--iterations", "5", "--resume", wide, "-o", wide])
    #expect(again.status == 0, "\(again.notes)")
    for (command, rest) in [("sample", ["--count", "9"]), ("evaluate", ["--metrics", "elbo"])] {
      let arguments = [command, path, "--variance", "learned", "--steps", "5"] + rest
      #expect(Invocation(list: arguments + ["--model", wide]).status == 0)
      #expect(Invocation(list: arguments).status == 0)
      let refused = Invocation(list: arguments + ["--model", plain])
      #expect(refused.status == 2 && refused.output.isEmpty)
      #expect(refused.notes.last?.contains("has learned no variance of a step") == true)
    }
    let unknown = Invocation(
      "train", path, "--set", "{model: {variance: guessed}}", "-o", scratch.file("x.safetensors"))
    #expect(unknown.status == 2)
    #expect(unknown.notes.last?.contains("known are fixed, learned") == true, "\(unknown.notes)")
  }

  @Test("Another prior has none")
  func transport() {
    let run = Invocation(
      "evaluate", "eight-gaussians", "--set",
      "{prior: {arrangement: opposite}, schedule: straight-line, sampler: {kind: ode}}",
      "--metrics",
      "elbo", "--count", "20")
    #expect(run.status == 2 && run.notes.last?.contains("elbo") == true, "\(run.notes)")
  }
}
