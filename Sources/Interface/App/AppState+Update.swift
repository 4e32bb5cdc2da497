import Diffusion
import TextScreen

extension AppState {
  /// Takes in one action; what it asks of the world is returned, in order.
  ///
  /// - Parameter isFollowed: whether another action comes before anybody looks: a mere move then
  ///   leaves the frame as it is, because to work it out for every one of many queued keys would
  ///   take longer than they were typed in.
  public mutating func update(_ action: Action, isFollowed: Bool = false) -> [Effect] {
    if action.endsGesture { history.endGesture() }
    if action.clearsNotice { notice = nil }
    let known = (stage.caution, stage.standardization)
    let effects = route(action)
    if let words = stage.standardization, words != known.1 { say(words) }
    if let caution = stage.caution, caution != known.0 { say(caution) }
    dropForeignFigures()
    if isFollowed && action.isMove { return effects }
    refresh()
    return effects
  }

  /// Works out what is on the screen, on both sides of a comparison.
  mutating func refresh() {
    refreshFrame()
    refreshBeside()
  }

  /// What the opening asks for: a learned model starts training by itself, unless it has come
  /// with weights of its own.
  public mutating func begin() -> [Effect] {
    let opening = stage.caution ?? stage.standardization ?? GuidanceWords(self)?.weaker
    if let opening, notice == nil || stage.caution != nil { say(opening) }
    guard let weights = training.weights else { return prepareTraining() }
    let data = stage.laboratory.transportName ?? experiment.distribution.title
    let steps = Text.count(weights.steps)
    if !weights.data.hasPrefix(data) {
      warn("these weights learned \(weights.data) in \(steps) steps; the data here is \(data)")
    } else {
      say(
        "weights of step \(steps); \(training.trainer == nil ? "T trains afresh" : "t trains on from them")"
      )
    }
    return training.trainer.map { [.startTraining($0, isPaused: true)] } ?? []
  }

  /// Sends an action to the part of the state that it is about.
  mutating func route(_ action: Action) -> [Effect] {
    let action = action.withinBounds
    switch action {
    case .togglePlay, .step, .seek, .seekTime, .goToStart, .goToEnd, .changeSpeed,
      .toggleDirection, .toggleLoop, .toggleWay, .toggleSlowMotion:
      updatePlayback(action)
      return []
    case .toggleModel, .toggleTraining, .restartTraining, .changeRate, .changeBatch:
      return updateModel(action)
    case .open, .reseed, .undo, .redo, .moveSelection, .turnPage, .accept, .back,
      .toggleHelp:
      return updateExperiment(action)
    case .openCommandLine, .openPalette, .type, .erase, .edit, .complete, .completeBackwards,
      .recall, .change, .look:
      return updateCommand(action)
    case .rewind, .rewindBy, .toggleRedraw, .trainFromHere:
      return updateTrainingTime(action)
    case .study, .chart:
      return updateStudies(action)
    case .guide(let action):
      return updateGuidance(action)
    case .compare, .turnToOtherSide:
      return updateCompare(action)
    case .selectHandle, .nudgeHandle, .addHandle, .deleteHandle, .cycleCurve, .placeHandle,
      .typeHandle, .toggleGhosts, .toggleSnapping:
      return updateSchedule(action)
    case .selectPrior, .movePrior, .widenPrior, .placePrior:
      return updatePriors(action)
    case .reflow:
      return askForReflow()
    case .cycleField, .cycleGround, .toggleContours, .toggleTrails, .toggleTubes, .cycleColour,
      .cycleDots,
      .cycleTheme, .cycleFlow, .toggleLobes, .toggleFilm, .toggleSolo, .zoom,
      .pan, .resetCamera, .selectParticle:
      updateView(action)
      return []
    case .focus, .show:
      return updateFocus(action)
    case .savePicture, .savePoints, .saveStudy, .shareLine, .describe, .load, .shared, .loaded:
      return updateSharing(action)
    case .draw(let action):
      return updateDrawing(action)
    case .saveWeights, .savePreset, .requestQuit, .quit, .saveAndQuit, .suspend, .repaint:
      return updateFiles(action)
    case .resized(let size):
      self.size = size
      return []
    case .usualTheme(let theme):
      usualTheme = theme
      return []
    case .mouse(let mouse):
      return updateMouse(mouse)
    case .tick(let seconds, let work):
      return tick(seconds: seconds, work: work)
    case .trained(let report, let stepsPerSecond):
      take(report, stepsPerSecond: stepsPerSecond)
      return []
    case .measured(let request):
      var effects: [Effect] = []
      onSide(request.side) { effects = $0.take(request) }
      return effects
    case .simulated(let simulation, let seconds):
      onSide(simulation.side) { $0.take(simulation, seconds: seconds) }
      return []
    case .filmMeasured(let done):
      var effects: [Effect] = []
      onSide(done.side) { effects = $0.take(done) }
      return effects
    case .matched(let done):
      return take(done)
    case .studied(let answer):
      onSide(answer.side) { $0.studies.take(answer) }
      return []
    case .redrawn(let points, let redraw):
      onSide(redraw.side) { $0.redraw.finish(redraw, points: points) }
      return []
    case .reflowed(let trainer, let reflow):
      guard let trainer, reflow.side == side else { return [] }
      return take(trainer, of: reflow)
    case .saved(let file):
      return take(file)
    case .failed(let message):
      take(failure: message)
      return []
    case .refused(let line, let reason):
      warn(reason)
      if overlay == nil { overlay = .command(LineEditor(text: line)) }
      return []
    }
  }

  mutating func say(_ text: String) {
    notice = Notice(text)
  }

  mutating func warn(_ text: String) {
    notice = Notice(text, tone: .warning)
  }
}
