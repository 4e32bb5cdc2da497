/// How much is drawn for a study.
struct StudyExtent: Sendable, Equatable {
  /// How many samples; the chart, which has many runs, draws half as many.
  var samples = 2000
  /// With how many seeds; the curve of guidance, which takes longest, with half.
  var seeds = 10
}
