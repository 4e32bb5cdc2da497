import Diffusion
import TextScreen

extension StudyKind {
  public static let learnedSchedule = StudyKind(
    id: "learned-schedule", name: "the learned schedule", begin: { ScheduleStudy($0) },
    obstacle: { $0.noLearnedSchedule }, room: { _ in (.schedule, 10) },
    holds: { ScheduleStudy.asksTheSame(of: $0, and: $1) })
}

extension StudyState {
  /// The schedule along which the bound's estimate varies least, as far as it is learned.
  var learnedSchedule: ScheduleStudy? { self[.learnedSchedule] as? ScheduleStudy }
}

extension ScheduleStudy {
  /// That of the model on the screen; nil for a network that is not there yet.
  fileprivate init?(_ state: AppState) {
    guard let studied = state.studied, let model = studied.model as? DenoisingModel else {
      return nil
    }
    self.init(
      studied.laboratory, model: studied.laboratory.guided(model.denoiser),
      trainingSteps: studied.trainingSteps)
  }
}

extension AppState {
  /// Why no schedule can be learned; nil where one can.
  fileprivate var noLearnedSchedule: String? {
    stage.method is DiffusionStage
      ? nil : "a schedule is learned for the bound by terms, which diffusion has"
  }

  /// The learned schedule between the ends of the one in hand; nil where none is learned.
  var learnedSchedule: Schedule? {
    studies.learnedSchedule?.passage.flatMap { stage.laboratory.schedule.following($0) }
  }

  /// Both variances in a few words, longest first; nil where no schedule is learned.
  var learnedScheduleWords: [String]? {
    guard let study = studies.learnedSchedule, let known = scheduleVariances else { return nil }
    let (own, learned) = (Text.short(known.own), Text.short(known.learned))
    let shortest = "\(own) > \(learned)"
    if studies.isPending(.learnedSchedule) {
      let share = "\(Int(100 * study.progress)) %"
      return ["learning \(share), variance \(own), learned \(learned)", "\(share) \(shortest)"]
    }
    let both = "variance \(own), learned \(learned)"
    return ["\(both), best \(Text.short(known.least))", both, shortest]
  }

  /// What both of them make of the bound's estimate.
  var scheduleVariances: ScheduleVariances? {
    studies.learnedSchedule.flatMap { ScheduleVariances($0, stage.laboratory.schedule) }
  }
}
