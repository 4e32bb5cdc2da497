import Diffusion
import TextScreen

/// A stage of a method that noises data as diffusion does, and goes back its own way.
protocol NoisingStage: StagedMethod {
  /// What its runs ask.
  associatedtype Run: ProcessModel where Run.Process: NoisingProcess

  var process: Run.Process { get }
  /// The noising.
  var noising: DiffusionStage { get }

  init(process: Run.Process, noising: DiffusionStage)
}

extension NoisingStage {
  /// - Parameter before: the method on the stage that this one replaces.
  init?(_ laboratory: Laboratory, replacing before: (any StagedMethod)?) {
    guard let process = laboratory.process as? Run.Process else { return nil }
    self.init(process: process, noising: DiffusionStage(noising: laboratory, before: before))
  }

  func model(_ weights: (any TrainedWeights)?, in laboratory: Laboratory) -> any RunModel {
    Run(weights as? Run.Process.Trained, of: process)
  }

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

extension QualityMeasurement {
  /// What a run of jumps is called, in a table and in a title.
  var inJumps: (short: String, title: String) {
    let jumps = steps == 1 ? "1 jump" : "\(steps) jumps"
    return (jumps, jumps)
  }
}

extension DiffusionStage {
  /// The noising of a laboratory, with the draws of the stage that it replaces where they still hold.
  init(noising laboratory: Laboratory, before: (any StagedMethod)?) {
    self.init(laboratory, replacing: (before as? any NoisingStage)?.noising ?? before)
  }
}
