/// The keeping of the session beside the screen: when it is due, and the work that it is.
struct SessionKeeping {
  /// Keeps a session, and whether that is the last of it; nil where nothing is kept.
  let keep: (@Sendable (Session, _ isLast: Bool) throws -> Void)?
  private var pace = SessionPace()

  init(_ keep: (@Sendable (Session, _ isLast: Bool) throws -> Void)?) { self.keep = keep }

  /// Something on the screen is another by now.
  mutating func note() { pace.note() }

  /// How many seconds there are until the session has to be kept; infinite where it has not.
  var patience: Double { keep == nil ? .infinity : pace.patience }

  /// Keeps what there is now, if it is time to.
  mutating func job(for state: AppState) -> Job? {
    guard let keep, pace.isDue() else { return nil }
    return Job(.keeping) {
      do {
        try keep(Session(state), false)
        return .program(.kept(failure: nil))
      } catch {
        return .program(.kept(failure: "\(error)"))
      }
    }
  }

  /// Keeps the end of it; nobody is left to be told that it failed.
  func finish(_ state: AppState) { try? keep?(Session(state), true) }
}
