/// How much is drawn for what is found beside the screen.
struct StudyExtent: Sendable, Equatable {
  /// How many samples for a study; the chart, which has many runs, draws half as many.
  var samples = 2000
  /// With how many seeds; the curve of guidance, which takes longest, with half.
  var seeds = 10
  /// The most samples that are judged.
  var judged = 2000
  /// How many pairs a network joins to be learned anew.
  var pairs = 8000
}
