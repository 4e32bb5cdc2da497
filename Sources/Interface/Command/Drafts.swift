import TextScreen

/// What was begun or said before and is at hand again.
struct Drafts: Sendable {
  /// The drawing that was left before it was made the data.
  var drawing: Drawing?
  /// The commands typed so far, the latest last.
  var lines = LineHistory()
}
