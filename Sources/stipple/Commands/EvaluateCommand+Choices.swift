import ArgumentParser
import Diffusion

/// What `--seeds` says: how many are averaged over, or a list of some to be compared.
enum SeedChoice: Equatable {
  case count(Int)
  case list([UInt64])

  static let mostSeeds = 1000

  init(word: String) throws {
    if word.contains(",") {
      self = .list(try FlagValue.list(of: FlagValue.seed)(word))
    } else {
      self = .count(try FlagValue.whole(word))
    }
  }

  /// How many seeds are averaged over.
  var averaged: Int {
    if case .count(let count) = self { count } else { 1 }
  }
}

extension EvaluateCommand {
  /// One combination of what the command was given lists of.
  struct Choice {
    /// What is different about it, such as `ddim 20 steps`.
    var title: String
    var command: EvaluateCommand
  }

  /// How many columns a table may have.
  static let mostChoices = 100

  func validateChoices() throws {
    if case .count(let count) = seeds, !(1...SeedChoice.mostSeeds).contains(count) {
      throw ValidationError("--seeds must be from 1 to \(SeedChoice.mostSeeds), not \(count)")
    }
    let count = choices.count
    if count > Self.mostChoices {
      throw ValidationError(
        "\(count) combinations are too many; a table has at most \(Self.mostChoices) columns")
    }
    if case .list = seeds, seed.seed != nil {
      throw ValidationError("--seed and a list of --seeds exclude one another")
    }
    if count > 1 && (samples != nil || guidanceWeights != nil) {
      throw ValidationError(
        "lists of --sampler, --steps, --schedule, --variance and --seeds exclude --samples and"
          + " --guidance-weights")
    }
  }

  /// Every combination of the values in the lists.
  var choices: [Choice] {
    var choices = [Choice(title: "", command: self)]
    func vary<Value>(
      _ values: [Value]?, _ title: (Value) -> String, _ set: (inout EvaluateCommand, Value) -> Void
    ) {
      guard let values, values.count > 1 else { return }
      choices = choices.flatMap { choice in
        values.map { value in
          var varied = choice
          varied.title += (choice.title.isEmpty ? "" : " ") + title(value)
          set(&varied.command, value)
          return varied
        }
      }
    }
    vary(schedule.schedule, \.id) { $0.schedule.schedule = [$1] }
    vary(sampling.sampler, \.id) { $0.sampling.sampler = [$1] }
    vary(sampling.steps, { $0 == 1 ? "1 step" : "\($0) steps" }) { $0.sampling.steps = [$1] }
    vary(settings.variance, \.rawValue) { $0.settings.variance = [$1] }
    if case .list(let list) = seeds {
      vary(list, { "seed \($0)" }) {
        $0.seed.seed = $1
        $0.seeds = .count(1)
      }
    }
    return choices
  }

  /// Evaluates all choices and prints one table. A choice that fails leaves its column empty.
  func compare(_ choices: [Choice], on console: Console) throws {
    // The first one says how files were read.
    let prepared = try choices.enumerated().map { index, choice in
      try choice.command.preparation(on: index == 0 ? console : console.withoutNotes)
    }
    var table = ChoiceTable(columns: [])
    var failures: [String] = []
    for (choice, (laboratory, run)) in zip(choices, prepared) {
      var report: EvaluationReport?
      do {
        report = try choice.command.report(of: laboratory, by: run, named: "\(choice.title): ")
      } catch let error as WorkError {
        failures.append("\(choice.title): \(error)")
      }
      failures += report?.faults.map { "\(choice.title): \($0)" } ?? []
      table.columns.append(ChoiceTable.Column(title: choice.title, report: report))
    }
    try console.output(
      json
        ? JSONText.encode(table.json)
        : console.width.map { table.text(width: $0, isLong: long) } ?? table.csv)
    var told: [NoiseEnd] = []
    for (choice, (laboratory, _)) in zip(choices, prepared)
    where !told.contains(laboratory.startingNoiseEnd) {
      told.append(laboratory.startingNoiseEnd)
      console.noteNoiseEnd(of: laboratory, named: told.count > 1 ? "\(choice.title): " : "")
    }
    if !failures.isEmpty { throw WorkError(failures.joined(separator: "; ")) }
  }
}
