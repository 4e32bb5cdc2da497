import Diffusion

/// What the runs of a method are on the stage: where they start, what they pass through, and what is
/// exactly known of it.
///
/// It is built for a laboratory and kept by the stage. Shared code asks it, and never which method
/// it is.
protocol MethodRuns: Sendable {
  /// The data that the forward run leads away from, where it may be walked.
  var clean: [Point] { get }

  /// Whether the forward run may be walked, one Markov step after another.
  var mayWalk: Bool { get }

  /// The times of the stops of the run to the data, from 1 to 0; empty where they are those of the
  /// schedule's steps.
  var times: [Double] { get }

  /// The class every particle of a run belongs to: that of the data point it was or, where starts
  /// have one, that it started in. Nil where particles belong to none.
  func labels(_ direction: Direction) -> [Int]?

  /// The first few points of the forward run at a place of it, without what lies between.
  func forwardPoints(at place: RunPlace, first count: Int) -> [Point]

  /// Where a particle of the forward run came from, and the noise in it; nil where none is added.
  ///
  /// - Parameter walks: whether the run is walked.
  func origin(of particle: Int, at point: Point, level: NoiseLevel, walks: Bool) -> Origin?

  /// Where the run to the data sets out from.
  func start(in laboratory: Laboratory) -> RunStart

  /// What a run to the data asks.
  ///
  /// - Parameter weights: the network's; nil for the exact answer.
  func model(_ weights: (any TrainedWeights)?, in laboratory: Laboratory) -> any RunModel

  /// What guidance asks to turn away from a worse network.
  func guides(awayFrom weaker: any TrainedWeights, in laboratory: Laboratory) -> Guides

  /// Whether guidance has its say in the run.
  func acts(_ guidance: Guidance, in laboratory: Laboratory) -> Bool

  /// Why the levels of the schedule are not those of its points; nil where they are.
  var noLevels: String? { get }

  /// The exact distribution that the run to the data should end in; nil where none is known.
  func data(in laboratory: Laboratory) -> GaussianMixture?

  /// `E|noise - E[noise | x_t]|² / 2` at a level, what no prediction of the noise can be below, per
  /// coordinate; nil where it is not known.
  func leastNoiseLoss(at level: NoiseLevel, in laboratory: Laboratory) -> Double?

  /// The exact distribution at a place of a run; nil where none is known.
  func marginal(at place: RunPlace, in laboratory: Laboratory) -> Marginal?

  /// The distributions at a place that guidance compares: of what it turns away from, and of what it
  /// goes to.
  func sides(of guidance: Guidance, at place: RunPlace) -> (weak: Marginal, strong: Marginal)

  /// How many particles are where their class is; nil where they belong to none or nothing is known
  /// exactly on the way.
  func retention(of points: [Point], at place: RunPlace) -> Retention?

  /// The tubes of the classes, where each has a way of its own.
  var tubes: TubeMap? { get }

  /// How much of the pairs of the forward run is matched, from 0 to 1; nil where none are left.
  var matchingProgress: Double? { get }

  /// Hands out the pairs for a slice more of them to be matched, where that is due.
  mutating func handOutPairs(of side: Side) -> Matching?

  /// Takes a slice, unless other pairs have been drawn since.
  mutating func adopt(_ matching: Matching)
}

extension MethodRuns {
  var clean: [Point] { [] }
  var mayWalk: Bool { false }
  var times: [Double] { [] }

  func origin(of particle: Int, at point: Point, level: NoiseLevel, walks: Bool) -> Origin? { nil }

  var noLevels: String? { nil }
  func data(in laboratory: Laboratory) -> GaussianMixture? { laboratory.mixture }
  func leastNoiseLoss(at level: NoiseLevel, in laboratory: Laboratory) -> Double? { nil }

  func guides(awayFrom weaker: any TrainedWeights, in laboratory: Laboratory) -> Guides { Guides() }
  func acts(_ guidance: Guidance, in laboratory: Laboratory) -> Bool { true }

  func sides(of guidance: Guidance, at place: RunPlace) -> (weak: Marginal, strong: Marginal) {
    guidance.noisySides(at: place.level)
  }

  func retention(of points: [Point], at place: RunPlace) -> Retention? { nil }
  var tubes: TubeMap? { nil }

  var matchingProgress: Double? { nil }
  mutating func handOutPairs(of side: Side) -> Matching? { nil }
  mutating func adopt(_ matching: Matching) {}
}
