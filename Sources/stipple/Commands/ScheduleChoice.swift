import Diffusion

/// A schedule as a flag names it: one of a kind, or the one that is learned for the data and the model.
enum ScheduleChoice: Equatable, Sendable {
  case kind(ScheduleKind)
  /// Along which the bound's estimate varies least, between the ends of the preset's own.
  case learned

  static let names = ScheduleKind.allCases.map(\.id) + ["learned"]

  init(word: String) throws {
    self = word == "learned" ? .learned : .kind(try ScheduleKind.named(word))
  }

  var id: String {
    switch self {
    case .kind(let kind): kind.id
    case .learned: "learned"
    }
  }
}

extension Laboratory {
  /// The same laboratory along the schedule that is learned for a model.
  func learningSchedule(
    for model: ModelOption, on console: Console
  ) throws(InputError) -> Laboratory {
    var experiment = experiment
    experiment.schedule = try commands.learnedSchedule(
      for: model, in: self, on: console.withoutNotes)
    do throws(ExperimentError) {
      return try Laboratory(experiment)
    } catch {
      throw InputError(error.description)
    }
  }
}
