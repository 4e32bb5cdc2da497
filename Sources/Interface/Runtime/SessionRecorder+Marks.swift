import TextScreen

extension SessionRecorder {
  /// Marks what a key is about to do. Moves a little further, as keys do that are held, and letters are
  /// not worth a place in a recording.
  func mark(_ key: Key, in state: AppState) {
    guard let binding = KeyTable.binding(for: key, in: state) else { return }
    if case .command(let line) = state.overlay, key == .enter {
      record(mark: line.text)
    } else if binding.isOfTheScreen, !binding.action.ofFeature.isMove {
      record(mark: binding.title)
    }
  }
}
