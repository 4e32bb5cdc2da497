import Testing

@testable import stipple

@Suite("A learned schedule at the command line")
struct LearnedScheduleCommandTests {
  private static let preset = [
    "eight-gaussians", "--timesteps", "60", "--set",
    "{model: {kind: exact}, sampler: {kind: ddim}}",
  ]

  @Test("It falls between the ends of the preset's own, and is another one")
  func table() {
    let own = Invocation(list: ["schedule"] + Self.preset).rows
    let run = Invocation(list: ["schedule"] + Self.preset + ["--schedule", "learned"])
    #expect(run.status == 0 && run.notes.isEmpty)
    let learned = run.rows
    #expect(learned.count == 60)
    let column = 5
    #expect(zip(learned, learned.dropFirst()).allSatisfy { $0[column] > $1[column] })
    for index in [0, 59] {
      #expect(abs(learned[index][column] - own[index][column]) < 0.3, "\(index)")
    }
    #expect(zip(learned, own).contains { abs($0[column] - $1[column]) > 1 })
  }

  @Test(
    "What is drawn along it is what is drawn along the preset that keeps it",
    arguments: ["linear", "straight-line", "variance-exploding"])
  func kept(kind: String) throws {
    let scratch = try Scratch()
    let base = try scratch.write(
      "distribution: two-moons\nschedule: {kind: \(kind), timesteps: 60}\nmodel: exact\n"
        + "sampler: {kind: ddim}\nseed: 3\n", to: "base.yaml")
    let text = Invocation("schedule", base, "--schedule", "learned", "--as-preset").output
    #expect(text.contains("kind: custom, timesteps: 60"))
    let file = try scratch.write(text, to: "kept.yaml")
    let drawing = ["--steps", "10", "--count", "40"]
    let along = Invocation(list: ["sample", base, "--schedule", "learned"] + drawing)
    #expect(along.status == 0)
    #expect(along.output == Invocation(list: ["sample", file] + drawing).output)
    #expect(along.output != Invocation(list: ["sample", base] + drawing).output)
  }

  @Test("The bound's estimate varies less along it, in one table with others")
  func variance() throws {
    let table = Invocation(
      list: ["evaluate"] + Self.preset + [
        "--schedule", "linear,learned", "--metrics", "schedule-variance", "--count", "300",
      ])
    #expect(table.status == 0)
    let row = try #require(table.lines.first { $0.hasPrefix("bound_variance,") })
    let figures = row.split(separator: ",").compactMap { Double($0) }
    let (linear, learned) = (try #require(figures.first), try #require(figures.last))
    #expect(figures.count >= 2 && learned < linear / 2)
  }

  @Test("Where none is learned a line says so")
  func refusals() {
    let other = Invocation("sample", "flow-map", "--schedule", "learned", "--count", "3")
    #expect(other.status == 2)
    #expect(other.notes.joined().contains("a schedule is learned for the bound by terms"))
    let screen = Invocation("render", "eight-gaussians", "--schedule", "learned")
    #expect(screen.status == 2 && screen.notes.joined().contains("--as-preset"))
    #expect(Invocation("schedule", "eight-gaussians", "--model", "net.safetensors").status != 0)
    let both = Invocation(
      "schedule", "eight-gaussians", "--schedule", "learned", "--as-preset", "--json")
    #expect(both.status != 0)
  }
}
