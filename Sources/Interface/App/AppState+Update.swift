import Diffusion
import TextScreen

extension AppState {
  /// Takes in one action; what it asks of the world is returned, in order.
  ///
  /// - Parameter isFollowed: whether another action comes before anybody looks: a mere move then
  ///   leaves the frame as it is, because to work it out for every one of many queued keys would
  ///   take longer than they were typed in.
  public mutating func update(_ action: Action, isFollowed: Bool = false) -> [Effect] {
    let part = action.ofFeature
    if !part.continuesGesture { history.endGesture() }
    if !part.keepsNotice { notice = nil }
    let known = (stage.caution, stage.standardization)
    let effects = route(action)
    if let words = stage.standardization, words != known.1 { say(words) }
    if let caution = stage.caution, caution != known.0 { say(caution) }
    dropForeignFigures()
    if isFollowed && part.isMove { return effects }
    refresh()
    return effects + measureLessonIfDue()
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
    let data = stage.laboratory.dataName
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

  /// Sends an action to the feature that it is about.
  mutating func route(_ action: Action) -> [Effect] {
    if let reason = lessonLock(on: action) {
      say(reason)
      return []
    }
    return action.ofFeature.withinBounds.update(&self)
  }

  /// Why an action would do nothing now, in a few words; nil where it would do something.
  ///
  /// The footer leaves such keys out, the palette shows the reason.
  func obstacle(to action: Action) -> String? {
    lessonLock(on: action) ?? action.ofFeature.obstacle(in: self)
  }

  mutating func say(_ text: String) {
    notice = Notice(text)
  }

  mutating func warn(_ text: String) {
    notice = Notice(text, tone: .warning)
  }
}
