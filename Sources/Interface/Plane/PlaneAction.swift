import Diffusion

/// What can happen to the plane and what is drawn on it.
public enum PlaneAction: Sendable {
  case cycleField
  case cycleGround
  case toggle(PlaneLayer)
  case cycleColour
  case cycleDots
  case cycleTheme
  case cycleFlow
  case toggleFilm
  case toggleCoordinate
  case zoom(closer: Bool)
  case pan(columns: Int, rows: Int)
  case resetCamera
  case selectParticle(offset: Int)
  /// Other options of the view in place of these.
  case look(ViewOptions)
  /// The way between two moments of the film was measured.
  case filmMeasured(FilmMotion)
}

extension PlaneAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updatePlane(self) }

  func obstacle(in state: AppState) -> String? {
    switch self {
    case .toggle(let layer): layer.toggle?.obstacle(state)
    case .cycleField, .cycleGround, .cycleColour, .cycleDots, .cycleTheme, .cycleFlow, .toggleFilm,
      .toggleCoordinate,
      .zoom, .pan, .resetCamera, .selectParticle, .look, .filmMeasured:
      nil
    }
  }

  func changesNothing(in state: AppState) -> Bool {
    switch self {
    case .look(let view): view == state.view
    case .selectParticle(let offset): offset == 0
    case .cycleField, .cycleGround, .toggle, .cycleColour, .cycleDots, .cycleTheme, .cycleFlow,
      .toggleFilm, .toggleCoordinate, .zoom, .pan, .resetCamera,
      .filmMeasured:
      false
    }
  }

  var withinBounds: PlaneAction {
    switch self {
    case .pan(let columns, let rows): .pan(columns: columns.bounded, rows: rows.bounded)
    case .selectParticle(let offset): .selectParticle(offset: offset.bounded)
    case .look(let view): .look(view.withinBounds)
    case .cycleField, .cycleGround, .toggle, .cycleColour, .cycleDots, .cycleTheme, .cycleFlow,
      .toggleFilm, .toggleCoordinate, .zoom, .resetCamera,
      .filmMeasured:
      self
    }
  }

  var origin: ActionOrigin { if case .filmMeasured = self { .answer } else { .person } }

  var isMove: Bool {
    switch self {
    case .zoom, .pan, .selectParticle: true
    case .cycleField, .cycleGround, .toggle, .cycleColour, .cycleDots, .cycleTheme, .cycleFlow,
      .toggleFilm, .toggleCoordinate, .resetCamera, .look,
      .filmMeasured:
      false
    }
  }
}

extension ViewOptions {
  fileprivate var withinBounds: ViewOptions {
    var view = self
    view.camera.centre = camera.centre.bounded
    let limits = Camera.zoomLimits
    view.camera.zoom = min(max(camera.zoom.bounded, limits.lowerBound), limits.upperBound)
    view.conditional = conditional.withinBounds
    return view
  }
}
