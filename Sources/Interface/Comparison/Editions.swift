import Diffusion

/// The two sides of a comparison; a screen with one experiment shows side A.
public enum Side: String, Codable, Sendable, Hashable, CaseIterable {
  case a = "A"
  case b = "B"

  public var opposite: Side { self == .a ? .b : .a }
}

/// What undo goes back and forth between: one experiment, or two side by side.
public struct Editions: Codable, Sendable, Equatable {
  public var a: Edition
  /// What side A is compared with; nil where nothing is.
  public var b: Edition?
  /// Whether time runs the other way on side B.
  public var isMirrored = false

  init(_ a: Edition) { self.a = a }

  /// A side; where nothing is compared both are side A.
  public subscript(side: Side) -> Edition {
    get { side == .b ? b ?? a : a }
    set {
      if side == .b && b != nil { b = newValue } else { a = newValue }
    }
  }

  /// Whether both sides ask the same network.
  var shareTraining: Bool { b.map { $0.trainingKey == a.trainingKey } ?? false }

  /// Gives both sides the draws of one of them: the same seed and as many points, so that what
  /// differs on the screen is what differs in the experiments.
  mutating func shareDraws(of side: Side) {
    let model = self[side].experiment
    self[side.opposite].experiment.seed = model.seed
    self[side.opposite].experiment.particles = model.particles
  }
}
