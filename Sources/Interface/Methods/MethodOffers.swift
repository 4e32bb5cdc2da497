/// What a method brings along for the lists of the screen.
struct MethodOffers: Sendable {
  /// What can be said in the command line about it alone.
  var commands: [Command] = []
  /// Ways to the data that it offers now.
  var ways: @Sendable (AppState) -> [Picker.Row] = { _ in [] }
  /// What its network may be asked to learn; nil where there is no choice.
  var objectives: MethodObjectives?
  /// Its own studies.
  var studies: [StudyKind] = []
  /// What it is asked for; nil where guidance by labels says it.
  var prompt: MethodPrompt?
  /// Its own panels.
  var panels: [Panel] = []
  /// The figures of its own that lessons can speak of.
  var figures: [LessonFigure] = []
}
