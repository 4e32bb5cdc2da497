/// Where the loop writes down what comes to it, if anywhere.
struct Diary {
  let journal: (any SessionJournal)?
  /// Whether the session began before the loop did.
  let isBegun: Bool

  func note(_ event: SessionEvent) { journal?.note(event) }
}
