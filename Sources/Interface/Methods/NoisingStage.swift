import Diffusion
import TextScreen

/// A stage of a method that noises data as diffusion does, and goes back its own way.
protocol NoisingStage: StagedMethod {
  /// The noising.
  var noising: DiffusionStage { get }
}

extension NoisingStage {
  var clean: [Point] { noising.clean }
  var mayWalk: Bool { noising.mayWalk }
  var showsFieldAtOnce: Bool { true }

  func labels(_ direction: Direction) -> [Int]? { noising.labels(direction) }

  func forwardPoints(at place: RunPlace, first count: Int) -> [Point] {
    noising.forwardPoints(at: place, first: count)
  }

  func origin(of particle: Int, at point: Point, level: NoiseLevel, walks: Bool) -> Origin? {
    noising.origin(of: particle, at: point, level: level, walks: walks)
  }

  func start(in laboratory: Laboratory) -> RunStart { noising.start(in: laboratory) }

  func marginal(at place: RunPlace, in laboratory: Laboratory) -> Marginal? {
    noising.marginal(at: place, in: laboratory)
  }

  func figures(of state: AppState, _ glyphs: Glyphs) -> [HeaderFigure] {
    noising.figures(of: state, glyphs)
  }
}

extension DiffusionStage {
  /// The noising of a laboratory, with the draws of the stage that it replaces where they still hold.
  init(noising laboratory: Laboratory, before: (any StagedMethod)?) {
    self.init(laboratory, replacing: (before as? any NoisingStage)?.noising ?? before)
  }
}
