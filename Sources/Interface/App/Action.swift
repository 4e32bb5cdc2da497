import Diffusion
import TextScreen

/// Everything that can happen to the state: what a person asks for, and what comes in. One case a
/// feature; what can happen to a feature stands in its folder.
///
/// What comes with an action is held beside it: a whole experiment or a run would otherwise make
/// every action as large, also those in the table of keys, which is copied at every frame.
public indirect enum Action: Sendable {
  case time(TimeAction)
  case training(TrainingAction)
  case trainingTime(TrainingTimeAction)
  case studies(StudyAction)
  case samples(SamplesAction)
  case experiment(ExperimentAction)
  case guide(GuidanceAction)
  case comparison(ComparisonAction)
  case schedule(ScheduleAction)
  case priors(PriorAction)
  case region(RegionAction)
  case plane(PlaneAction)
  case conditional(ConditionalAction)
  case panels(PanelAction)
  case overlay(OverlayAction)
  case line(LineAction)
  case draw(DrawingAction)
  case sharing(SharingAction)
  case lesson(LessonAction)
  case presenting(PresenterAction)
  case program(ProgramAction)
  case mouse(Mouse)
}

extension Action {
  /// The action of the feature that it is about.
  var ofFeature: any FeatureAction {
    switch self {
    case .time(let action): action
    case .training(let action): action
    case .trainingTime(let action): action
    case .studies(let action): action
    case .samples(let action): action
    case .experiment(let action): action
    case .guide(let action): action
    case .comparison(let action): action
    case .schedule(let action): action
    case .priors(let action): action
    case .region(let action): action
    case .plane(let action): action
    case .conditional(let action): action
    case .panels(let action): action
    case .overlay(let action): action
    case .line(let action): action
    case .draw(let action): action
    case .sharing(let action): action
    case .lesson(let action): action
    case .presenting(let action): action
    case .program(let action): action
    case .mouse(let mouse): mouse
    }
  }

  /// Who it comes from.
  public var origin: ActionOrigin { ofFeature.origin }
}
