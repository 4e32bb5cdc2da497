/// What a method brings along for the lists of the screen.
struct MethodOffers: Sendable {
  /// What can be said in the command line about it alone.
  var commands: [Command] = []
  /// Ways to the data that it offers now.
  var ways: @Sendable (AppState) -> [Picker.Row] = { _ in [] }
  /// Its own studies.
  var studies: [StudyKind] = []
  /// Its own panels.
  var panels: [Panel] = []
}
