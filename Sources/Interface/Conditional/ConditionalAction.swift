import Diffusion

/// What can happen to the conditional picture.
public enum ConditionalAction: Sendable {
  /// The place that asks, a little further.
  case move(across: Int, up: Int)
  /// Another end, so many on in their order.
  case turn(Int)
  /// The end that is likeliest at the place.
  case takeStrongest
  case cycleArrows
}

extension ConditionalAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] {
    state.updateConditional(self)
    return []
  }

  func obstacle(in state: AppState) -> String? { state.noConditionals }

  var withinBounds: ConditionalAction {
    switch self {
    case .move(let across, let up): .move(across: across.bounded, up: up.bounded)
    case .turn(let offset): .turn(offset.bounded)
    case .takeStrongest, .cycleArrows: self
    }
  }

  var isMove: Bool {
    switch self {
    case .move, .turn: true
    case .takeStrongest, .cycleArrows: false
    }
  }
}

extension AppState {
  mutating func updateConditional(_ action: ConditionalAction) {
    guard let paths = conditionalPaths else {
      noConditionals.map { say($0) }
      return
    }
    view.show(.conditional)
    let count = paths.ends.components.count
    switch action {
    case .move(let across, let up):
      let step = Self.strideOfQuery * fit.extent / view.camera.zoom
      view.conditional.query =
        (conditionalQuery + step * Point(Double(across), Double(up))).bounded
    case .turn(let offset):
      let end = conditionalEnd(of: paths)
      view.conditional.end = ((end + offset % count) % count + count) % count
    case .takeStrongest:
      let shares = paths.shares(of: conditionalQuery, at: frame.place.onPath)
      let best = shares.indices.max { (shares[$0], $1) < (shares[$1], $0) }
      view.conditional.end = best ?? 0
    case .cycleArrows:
      view.conditional.arrows = view.conditional.arrows == .velocity ? .score : .velocity
      say("conditional arrows: \(view.conditional.arrows.rawValue)")
    }
  }

  /// A step of the place that asks, in half heights of what is seen.
  private static let strideOfQuery = 0.05
}
