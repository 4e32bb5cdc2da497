import Testing

@testable import stipple

@Suite struct ProgramTests {
  @Test(arguments: [
    (["sample", "nosuch"], 2, "there is no preset 'nosuch'"),
    (["sample", "no/such.yaml"], 2, "no/such.yaml: cannot be read: No such file or directory"),
    (
      ["sample", "eight-gaussians", "--steps", "1001"], 2, "steps must be from 1 to the schedule's"
    ),
    (["sample", "eight-gaussians", "--eta", "0.5"], 2, "--eta: the sampler ddpm does not use"),
    (
      ["sample", "eight-gaussians", "--sampler", "ddim", "--eta", "3"], 2, "eta must be from 0 to 1"
    ),
    (
      ["sample", "eight-gaussians", "--model", "no.safetensors"], 2,
      "no.safetensors: cannot be read"
    ),
    (
      ["train", "eight-gaussians", "--iterations", "0", "-o", "w"], 64, "must be from 1 to 10000000"
    ),
    (["train", "eight-gaussians", "--iterations", "9"], 64, "'--output <file>'"),
    (["train", "eight-gaussians", "--iterations", "9", "-o", "-"], 2, "'-' is not a file name"),
    (
      ["train", "eight-gaussians", "--iterations", "9", "-o", "w", "--rate", "0"], 2,
      "a learning rate is from"
    ),
    (["sample", "eight-gaussians", "--variance", "big"], 64, "there is no variance 'big'"),
    (
      ["sample", "eight-gaussians", "--count", "1000000000"], 64,
      "--count must be from 1 to 1000000"
    ),
    (["sample", "eight-gaussians", "--count", "many"], 64, "it must be a whole number"),
    (["sample", "eight-gaussians", "--seed", "-1"], 64, "--seed"),
    (["sample"], 64, "Missing expected argument '<preset>'; see 'stipple sample --help'"),
    (["evaluate", "eight-gaussians", "--seeds", "0"], 64, "--seeds must be from 1 to 1000"),
    (["evaluate", "eight-gaussians", "--metrics", "mods"], 64, "did you mean 'modes'?"),
    (["evaluate", "eight-gaussians", "--sigma-list", "-1,0"], 2, "must be a sigma from 0"),
    (["field", "eight-gaussians", "--points", "p", "--sigma", "-1"], 64, "--sigma must be from 0"),
    (["sample", "eight-gaussians", "--sampler", "ddim", "--eta", "-1"], 2, "eta must be from 0"),
    (["smaple", "two-moons"], 64, "there is no command 'smaple'; did you mean 'sample'?"),
    (["schedule", "--timesteps", "0"], 2, "timesteps must be from 2 to 10000, not 0"),
    (["schedule", "--timesteps", "2.5"], 64, "it must be a whole number"),
    (["sample", "eight-gaussians", "--steps", "0"], 2, "steps must be from 1 to the schedule's"),
    (["sample", "eight-gaussians", "--count", "0"], 64, "--count must be from 1 to 1000000"),
    (["run", "--particles", "0"], 2, "particles must be from 1 to 200000, not 0"),
    (["schedule", "--schedule", "cosin"], 64, "did you mean 'cosine'?"),
    (["schedule", "--bogus"], 64, "Unknown option '--bogus'"),
    (["list", "sampler", "extra"], 64, "extra"),
    (["list", "smaplers"], 64, "did you mean 'samplers'?"),
    (["run", "eight-gaussians", "--particles", "1000000000"], 2, "particles must be from 1 to"),
  ])
  func unusableInputIsAnsweredWithOneLine(arguments: [String], status: Int, words: String) {
    let run = Invocation(list: arguments)
    #expect(run.status == Int32(status), "\(run.notes)")
    #expect(run.output.isEmpty)
    #expect(run.notes.count == 1)
    #expect(run.notes.first?.hasPrefix("stipple: ") == true)
    #expect(run.notes.first?.contains("\n") == false)
    #expect(run.notes.first?.contains(words) == true, "\(run.notes)")
  }

  @Test(arguments: [["--help"], ["help", "sample"], ["sample", "--help"], ["--version"]])
  func helpAndTheVersionAreResults(arguments: [String]) {
    let run = Invocation(list: arguments)
    #expect(run.status == 0 && run.notes.isEmpty && !run.output.isEmpty)
  }

  /// As the scripts of the argument parser ask.
  @Test(arguments: [
    ("render", "two-m", ["two-moons"]), ("lesson", "no-such", []),
    ("assignment", "dpm", ["dpm-solver-orders"]),
  ])
  func shellsAreOfferedNames(command: String, typed: String, names: [String]) {
    let run = Invocation(
      list: [
        "---completion", command, "--", "positional@0", "2", "\(typed.count)", "stipple", command,
        typed,
      ])
    #expect(run.lines == names, "\(run.notes)")
  }

  @Test(arguments: Stipple.configuration.subcommands.map { $0.configuration.commandName ?? "" })
  func everyCommandShowsExamples(name: String) {
    let run = Invocation(name, "--help")
    #expect(run.output.contains("Example") && run.output.contains("stipple \(name)"))
  }

  @Test(arguments: [[], ["two-moons"], ["./mine.yaml"], ["run", "two-moons"], ["--seed", "3"]])
  func withoutACommandTheScreenIsMeant(arguments: [String]) throws {
    let command = try Stipple.parseAsRoot(arguments) as? RunCommand
    #expect(command != nil)
    #expect(command?.preset == arguments.last { !["run", "--seed", "3"].contains($0) })
  }

  @Test func everyFamilyIsListed() {
    let run = Invocation("list")
    for name in Listing.all.map(\.id) { #expect(run.lines.contains(name)) }
    let first = Invocation("list", "samplers").lines.first?.split(separator: " ")
    #expect(first?.prefix(2) == ["ddpm", "ancestral"])
    #expect(Invocation("list", "grid", "--json").output.contains("\"id\" : \"trailing\""))
  }

  @Test func aFullDiskIsAFailureOfTheWork() {
    #expect(Invocation(list: ["list"], failure: WorkError("full")).status == 1)
    #expect(Invocation(list: ["--help"], failure: WorkError("full")).status == 1)
  }

  @Test func aReaderThatLeavesEarlyIsNoError() {
    let run = Invocation(list: ["list"], failure: StandardOutput.Closed())
    #expect(run.status == 0 && run.notes.isEmpty)
  }
}
