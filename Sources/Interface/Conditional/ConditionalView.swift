import Diffusion

/// What the conditional picture is about: a place that asks, and the end of one way to the data.
public struct ConditionalView: Sendable, Equatable {
  /// What the arrows are.
  public enum Arrows: String, Sendable, CaseIterable {
    /// dx/dt, drawn the way the run goes.
    case velocity
    case score
  }

  /// The place that asks, in the coordinates of the plane; nil for a usual one beside the middle.
  public internal(set) var query: Point?
  /// The component or the data point whose way is shown, by its index; one beyond the last is the last.
  public internal(set) var end = 0
  public internal(set) var arrows = Arrows.velocity

  public init() {}

  var withinBounds: ConditionalView {
    var view = self
    view.query = query?.bounded
    view.end = max(0, end.bounded)
    return view
  }
}

extension AppState {
  /// The ways that the conditional picture is made of; nil where none are known.
  var conditionalPaths: (any ConditionalPaths)? { stage.laboratory.conditionalPaths }

  /// Why there is no conditional picture; nil where there is.
  var noConditionals: String? {
    conditionalPaths == nil
      ? "\(stage.method.withoutExactAnswer) have no conditional path that is known exactly" : nil
  }

  /// The place that asks.
  var conditionalQuery: Point {
    let fit = fit
    return view.conditional.query ?? fit.middle + fit.extent * Point(0.22, 0.12)
  }

  /// The end whose way is shown.
  func conditionalEnd(of paths: any ConditionalPaths) -> Int {
    min(max(0, view.conditional.end), paths.ends.components.count - 1)
  }

  /// What an end is called: its number and its label.
  func name(ofEnd end: Int, of paths: any ConditionalPaths) -> String {
    "\(end) \(paths.ends.components[end].label)"
  }

  /// What the ends are: components of a distribution, or the points that are known of it.
  var nounOfEnds: String { stage.laboratory.knownPoints == nil ? "component" : "data point" }
}

extension RunPlace {
  /// The same in the engine's words.
  var onPath: PathPlace { PathPlace(level: level, time: time, steps: noisingSteps) }
}
