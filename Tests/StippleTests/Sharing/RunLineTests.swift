import ArgumentParser
import Diffusion
import Interface
import Testing
import TextScreen

@testable import stipple

/// The law of the line to share: running it gives the experiment and the commands it was made of.
@Suite("The line to share")
struct RunLineTests {
  /// The words of a line as a shell sees them, where quotes are single ones only.
  private func words(of line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    var isEscaped = false
    for letter in line {
      if isEscaped {
        word = (word ?? "") + String(letter)
        isEscaped = false
      } else if letter == "'" {
        isQuoted.toggle()
        word = word ?? ""
      } else if letter == "\\" && !isQuoted {
        isEscaped = true
      } else if letter == " " && !isQuoted {
        if let complete = word { words.append(complete) }
        word = nil
      } else {
        word = (word ?? "") + String(letter)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  /// The flags such lines have. To parse the whole command costs half a second in a debug build.
  private struct Flags: ParsableArguments {
    @OptionGroup var schedule: ScheduleOptions
    @OptionGroup var sampling: SamplingOptions
    @OptionGroup var crowd: CrowdOption
    @OptionGroup var seed: SeedOption
    @OptionGroup var keys: KeysOption
    @OptionGroup var play: PlayOptions
  }

  private static var console: Console {
    Console(
      output: { _ in }, note: { _ in }, progress: nil, presets: ShippedPresetsTests.shipped)
  }

  /// What the flags of a line make of its preset, or of the standard experiment.
  private func flagged(_ line: String) throws -> (Experiment, Script) {
    var words = words(of: line).dropFirst(2)
    let preset = words.first.flatMap { $0.hasPrefix("-") ? nil : $0 }
    if preset != nil { words = words.dropFirst() }
    let flags = try Flags.parse(Array(words))
    let edits: [any ExperimentOptions] = [
      flags.keys, flags.schedule, flags.sampling, flags.crowd, flags.seed,
    ]
    return (try Self.console.experiment(preset: preset, edits: edits), try flags.play.lines())
  }

  /// What the program makes of a line.
  private func opened(_ line: String) throws -> (Experiment, Script) {
    let words = words(of: line)
    #expect(words.prefix(2) == ["stipple", "run"])
    let command = try RunCommand.parse(Array(words.dropFirst(2)))
    return (try command.opening(on: Self.console), try command.play.lines())
  }

  private func check(_ experiment: Experiment, script: [String] = []) throws {
    let line = try RunLine(experiment, script: script).text
    #expect(!line.contains("\n"))
    let (read, spoken) = try flagged(line)
    #expect(read.withoutUnusedSettings == experiment.withoutUnusedSettings, "\(line)")
    #expect(spoken == (try Script(play: script.joined(separator: ";"))))
  }

  @Test("is nothing but the command where nothing differs")
  func plainLinesAreShort() throws {
    #expect(try RunLine(Experiment(), script: []).text == "stipple run")
    var changed = Experiment()
    changed.seed = 3
    changed.schedule.kind = .cosine
    changed.sampler.kind = .ddim
    changed.sampler.steps = 20
    let line = try RunLine(changed, script: ["pause", "seek 7"]).text
    #expect(
      line == "stipple run --seed 3 --schedule cosine --sampler ddim --steps 20"
        + " --play 'pause; seek 7'")
  }

  @Test("gives every distribution, schedule and sampler again", arguments: Distribution.allCases)
  func everyDistributionComesBack(distribution: Distribution) throws {
    try check(Experiment(title: "It's \"mine\"; 100%", distribution: .named(distribution)))
    try check(Experiment(title: distribution.title, distribution: .named(distribution)))
  }

  @Test("gives every schedule again", arguments: ScheduleKind.allCases)
  func everyScheduleComesBack(schedule: ScheduleKind) throws {
    try check(odd(schedule, .ddim))
  }

  @Test("gives every sampler again", arguments: Sampler.allCases)
  func everySamplerComesBack(sampler: Sampler) throws {
    try check(odd(.linear, sampler))
  }

  /// An experiment in which nothing is as usual.
  private func odd(_ schedule: ScheduleKind, _ sampler: Sampler) -> Experiment {
    var experiment = Experiment(seed: .max)
    experiment.schedule = ScheduleSpecification(
      kind: schedule, timesteps: 321, beta: ScheduleSpecification.Ends(1e-5, 1.0 / 30),
      sigma: ScheduleSpecification.Ends(0.001, 1e3),
      points: [Point(0, 1e-5), Point(0.25, 0.1), Point(1, 1)])
    experiment.sampler = SamplerSpecification(
      kind: sampler, grid: .linspace, steps: 12,
      options: SamplerOptions(eta: 0.3, variance: .large))
    return experiment
  }

  @Test("gives written-out data, networks, training and guidance again")
  func everythingElseComesBack() throws {
    var experiment = Experiment(
      title: "two\nlines",
      distribution: .points(
        [Point(0.1, -1e-7), Point(2, 3)], labels: ["it's", "b: {c}"],
        source: DistributionSpecification.listSource))
    experiment.model = ModelSpecification(
      kind: .exact,
      network: NetworkSpecification(hidden: [8, 16], predicts: .noise, activation: .gelu))
    experiment.training = TrainingSpecification(batch: 77, rate: 1e-4, optimizer: .scheduleFree)
    experiment.guidance = GuidanceSpecification(label: "it's", weight: 2, weakerSteps: 700)
    experiment.particles = 123
    try check(Experiment(title: "A word", distribution: .word("HELLO WORLD")))
    try check(experiment, script: ["view score exact", "camera 0.1 -0.25 3.5"])
  }

  @Test("writes the points of a file out, which others do not have")
  func filesAreWrittenOut() throws {
    let points = [Point(1, 2), Point(3, 4)]
    let line = try RunLine(
      Experiment(distribution: .points(points, labels: nil, source: "my/own.csv")), script: []
    ).text
    #expect(!line.contains("own.csv"))
    let (read, _) = try flagged(line)
    #expect(
      read.distribution
        == .points(points, labels: nil, source: DistributionSpecification.listSource))
  }

  @Test("leads from a state on the screen to the same experiment, view and points")
  func statesComeBack() throws {
    var experiment = Experiment()
    experiment.schedule.timesteps = 40
    experiment.sampler.kind = .ddim
    experiment.sampler.steps = 10
    experiment.model.kind = .exact
    experiment.particles = 64
    let size = Size(columns: 120, rows: 40)
    var first = OffscreenSession(try AppState(experiment: experiment, size: size))
    try first.play(
      try Script(
        play: "pause; direction reverse; seek 7; view ground density; zoom in; particle 5;"
          + "set schedule cosine; view colour label; loop off; panel samples; set seed 11"))
    let line = try RunLine(first.state.experiment, script: first.state.script).text
    let (read, script) = try opened(line)
    var second = OffscreenSession(try AppState(experiment: read, size: size))
    try second.play(script)
    #expect(second.state.experiment == first.state.experiment)
    #expect(second.state.view == first.state.view)
    #expect(second.state.playback == first.state.playback)
    #expect(second.state.frame.points == first.state.frame.points)
    #expect(second.state.particle == first.state.particle)
    #expect(second.state.focus == first.state.focus)
  }

  private static let shipped = ShippedPresetsTests.names.compactMap { name in
    (try? ShippedPresetsTests.shipped.experiment(named: name)).map {
      RunLine.Preset(name: name, experiment: $0)
    }
  }

  /// The line for a shipped preset with changes, which has to give them again.
  private func line(
    for name: String, _ change: (inout Experiment) -> Void = { _ in }
  ) throws -> String {
    var experiment = try ShippedPresetsTests.shipped.experiment(named: name)
    change(&experiment)
    let line = try RunLine(experiment, script: [], presets: Self.shipped).text
    #expect(try flagged(line).0.asShared == experiment.asShared, "\(line)")
    return line
  }

  @Test("names a shipped preset, and gives it again", arguments: ShippedPresetsTests.names)
  func presetsAreNamed(name: String) throws {
    let line = try line(for: name)
    #expect(line.count <= "stipple run \(name)".count, "\(line)")
  }

  @Test("says what was changed of a preset, by flags and keys")
  func changedPresetsAreShort() throws {
    #expect(
      try line(for: "prior-opposite") { $0.seed = 3 } == "stipple run prior-opposite --seed 3")
    #expect(
      try line(for: "prior-opposite") { $0.training.rate = 0.01 }
        == "stipple run prior-opposite --set '{training: {rate: 0.01}}'")
    #expect(
      try line(for: "too-few-steps") { $0.schedule.timesteps = 60 }
        == "stipple run too-few-steps --timesteps 60")
    let moved = try line(for: "prior-opposite") { experiment in
      guard case .perLabel(var priors) = experiment.transport?.prior else { return }
      priors[0].mean = Point(0.1, 1.0 / 3)
      experiment.transport?.prior = .perLabel(priors)
    }
    #expect(moved.hasPrefix("stipple run prior-opposite --set ") && moved.contains("0.333333333"))
    let bent = try line(for: "prior-opposite-sde") { $0.transport?.diffusion = 1.5 }
    #expect(bent.hasPrefix("stipple run prior-opposite-sde --set "))
  }

  @Test("gives again what a preset has and the experiment has not")
  func whatIsTakenAwayComesBack() throws {
    for name in ShippedPresetsTests.names {
      _ = try line(for: name) { experiment in
        experiment.transport = nil
        experiment.sampler = SamplerSpecification()
        experiment.schedule = ScheduleSpecification()
        experiment.words = []
      }
    }
  }

  @Test("begins with nothing that others may not have under the name")
  func ownPresetsAreNotNamed() throws {
    let scratch = try Scratch()
    let text = try String(
      contentsOfFile: "\(ShippedPresetsTests.folder)/two-moons.yaml", encoding: .utf8)
    _ = try scratch.write(text, to: "swiss-roll.yaml")
    _ = try scratch.write(text, to: "two-moons.yaml")
    _ = try scratch.write(text, to: "mine.yaml")
    let library = PresetLibrary(folders: [scratch.path])
    let shipped = library.shipped(among: library.screenEntries).map(\.name)
    #expect(Set(shipped) == Set(ShippedPresetsTests.names).subtracting(["swiss-roll"]))
  }
}
