import Diffusion

extension AppState {
  mutating func updateExperiment(_ action: ExperimentAction) -> [Effect] {
    switch action {
    case .change(let experiment):
      return edit(experiment)
    case .reseed:
      var changed = experiment
      changed.seed = experiment.seed &+ 1
      say("seed \(changed.seed)")
      return edit(changed)
    case .cycleNotation:
      let all = Notation.allCases
      let index = all.firstIndex(of: experiment.notation ?? .ddpm) ?? 0
      var changed = experiment
      changed.notation = all[(index + 1) % all.count]
      let effects = edit(changed)
      say("notation: \(all[(index + 1) % all.count].summary)")
      return effects
    case .undo:
      return travel("undone", history.canUndo, "nothing to undo") { $0.undo() }
    case .redo:
      return travel("redone", history.canRedo, "nothing to redo") { $0.redo() }
    }
  }

  /// Makes an experiment the present one; what it describes is rebuilt as far as it changed. In a
  /// comparison it is that of the side in hand, and both sides go on drawing the same.
  ///
  /// - Parameter gesture: changes of one gesture, such as a drag, are undone together.
  mutating func edit(_ experiment: Experiment, gesture: String? = nil) -> [Effect] {
    guard experiment != self.experiment else { return [] }
    if let reason = lessonLock(onEditTo: experiment) {
      say(reason)
      return []
    }
    if let reason = experiment.unread(since: self.experiment) {
      say(reason)
      return []
    }
    var editions = history.present
    editions[side].start = start(for: experiment)
    editions[side].experiment = experiment
    if isComparing { editions.shareDraws(of: side) }
    let before = self.experiment
    let effects = adopt(editions) { $0.record(editions, gesture: gesture) }
    if let words = self.experiment.consequence(since: before) { say(words) }
    return effects
  }

  /// Goes through the history and says what that changed, and what came of it.
  private mutating func travel(
    _ deed: String, _ possible: Bool, _ excuse: String,
    _ move: (inout History<Editions>) -> Void
  ) -> [Effect] {
    guard possible else {
      say(excuse)
      return []
    }
    let before = history.present
    var moved = history
    move(&moved)
    drag = nil
    notice = nil
    let effects = adopt(moved.present, by: move)
    guard history.present != before else { return effects }
    let consequence = notice.map { "; \($0.text)" } ?? ""
    notice = Notice(
      "\(deed): \(relabelling(history.present.words(since: before)))\(consequence)",
      tone: notice?.tone ?? .information)
    return effects
  }

  /// Makes editions the present ones and puts what they describe on the stage, as far as it
  /// changed; editions that describe nothing usable are refused.
  mutating func adopt(
    _ editions: Editions, by move: (inout History<Editions>) -> Void
  ) -> [Effect] {
    let before = history.present
    do {
      let a = try Stage.laboratory(editions.a.experiment)
      let b: Laboratory? = if let b = editions.b { try Stage.laboratory(b.experiment) } else { nil }
      // What is left of a comparison is side A.
      if b == nil && side == .b { exchange() }
      move(&history)
      let isNew = editions.a.experiment.distribution != before.a.experiment.distribution
      if isNew, let words = a.thinningWords { notice = Notice(words) }
      return rebuild(a, b, from: before)
    } catch {
      warn(error.description)
      return []
    }
  }

  /// Puts what the present editions describe on the stage.
  private mutating func rebuild(
    _ a: Laboratory, _ b: Laboratory?, from before: Editions
  ) -> [Effect] {
    guard let b else {
      let effects = rebuild(a, from: before.a)
      if let training = other?.training, training.key != self.training.key { shelve(training) }
      other = nil
      return effects
    }
    // A second side begins as what is on the screen.
    if other == nil { other = scene }
    let (front, behind) = side == .a ? (a, b) : (b, a)
    let effects = rebuild(front, from: before[side])
    return effects + beside { $0.rebuild(behind, from: before[$0.side]) }
  }

  /// Puts the edition in hand on the stage, keeping the place in time.
  private mutating func rebuild(_ laboratory: Laboratory, from before: Edition) -> [Effect] {
    var renamed = before
    renamed.experiment.notation = experiment.notation
    // Other names for the same need nothing anew.
    guard edition != renamed else { return [] }
    let place = playback.target ?? playback.step
    let time =
      Double(stage.noisingSteps(playback.direction, at: place))
      / Double(stage.laboratory.schedule.timesteps)
    stage = Stage(laboratory, way: stage.way, replacing: stage)
    // Where one looked was a place of other data.
    if before.experiment.distribution != experiment.distribution
      || before.experiment.isStandardized != experiment.isStandardized
    {
      view.camera = Camera()
    }
    simulation.forget()
    studies.forget { [edition] kind in kind.holds(edition, before) }
    settleFocus()
    let effects = adaptTraining(from: before)
    restartFront()
    trails = Trails()
    frame.retention = nil
    quality.forget()
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
    if before.trainingKey != edition.trainingKey {
      // One that the other side goes on with stays there.
      if other?.training.key != training.key && !isPassing(training) { shelve(training) }
      return takeUpTraining()
    }
    if before.experiment.training != experiment.training {
      training.settings = experiment.training
      training.rate = experiment.training.rate
      return [.changeTraining(experiment.training)]
    }
    return []
  }

  /// Whether a training was but begun while what is learned was on its way elsewhere: not worth
  /// being kept.
  private func isPassing(_ training: TrainingState) -> Bool {
    stage.method.movesWhatIsLearned && training.steps < Self.stepsWorthKeeping
  }

  private static let stepsWorthKeeping = 100
}
