import Diffusion

extension AppState {
  mutating func updateExperiment(_ action: Action) -> [Effect] {
    switch action {
    case .open(let kind):
      overlay = .picker(picker(kind))
      if kind == .preset && presets.count < 2 { say("looked for presets in \(presetPlaces)") }
      return []
    case .reseed:
      var changed = experiment
      changed.seed = experiment.seed &+ 1
      say("seed \(changed.seed)")
      return edit(changed)
    case .undo:
      return travel(history.canUndo, "nothing to undo") { $0.undo() }
    case .redo:
      return travel(history.canRedo, "nothing to redo") { $0.redo() }
    case .toggleHelp:
      if case .help = overlay { overlay = nil } else { overlay = .help(scroll: 0) }
      return []
    case .moveSelection(let offset):
      moveSelection(offset)
      return []
    case .accept:
      return accept()
    case .back:
      back()
      return []
    default:
      return []
    }
  }

  /// Makes an experiment the present one; what it describes is rebuilt as far as it changed.
  ///
  /// - Parameter gesture: changes of one gesture, such as a drag, are undone together.
  mutating func edit(_ experiment: Experiment, gesture: String? = nil) -> [Effect] {
    guard experiment != self.experiment else { return [] }
    let before = history.present
    do {
      let laboratory = try Laboratory(experiment)
      history.record(
        Edition(experiment: experiment, start: start(for: experiment)), gesture: gesture)
      return rebuild(laboratory, from: before)
    } catch {
      warn(error.description)
      return []
    }
  }

  private mutating func travel(
    _ possible: Bool, _ excuse: String, _ move: (inout History<Edition>) -> Void
  ) -> [Effect] {
    guard possible else {
      say(excuse)
      return []
    }
    let before = history.present
    var moved = history
    move(&moved)
    do {
      let laboratory = try Laboratory(moved.present.experiment)
      history = moved
      drag = nil
      return rebuild(laboratory, from: before)
    } catch {
      warn(error.description)
      return []
    }
  }

  /// Puts what the present experiment describes on the stage, keeping the place in time.
  private mutating func rebuild(
    _ laboratory: Laboratory, from before: Edition
  ) -> [Effect] {
    let place = playback.target ?? playback.step
    let time =
      Double(stage.noisingSteps(playback.direction, at: place))
      / Double(stage.laboratory.schedule.timesteps)
    stage = Stage(laboratory, denoiser: stage.denoiser, way: stage.way, replacing: stage)
    simulation.forget()
    let effects = adaptTraining(from: before)
    restartReverse()
    trails = Trails()
    quality.measurement = nil
    let handles = ScheduleEditor.handles(of: experiment.schedule)
    handle = min(handle, max(0, handles.count - 1))
    if before.experiment.schedule.kind != experiment.schedule.kind {
      view.curve = handles.isEmpty ? .alphaBar : .beta
    }
    let steps = Int((time * Double(laboratory.schedule.timesteps)).rounded())
    seek(to: stage.step(playback.direction, nearestTo: steps))
    return effects
  }

  /// A network belongs to its data and its architecture; every schedule shares one.
  private mutating func adaptTraining(from before: Edition) -> [Effect] {
    if before.trainingKey != history.present.trainingKey {
      shelveTraining(of: before)
      return takeUpTraining()
    }
    if before.experiment.training != experiment.training {
      training.settings = experiment.training
      training.rate = experiment.training.rate
      return [.changeTraining(experiment.training)]
    }
    return []
  }

  /// One level back: out of an overlay, then to the plane; never out of the program.
  private mutating func back() {
    if overlay != nil {
      overlay = nil
    } else if focus != .plane {
      focus = .plane
    } else {
      notice = nil
    }
  }
}
