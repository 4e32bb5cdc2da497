import Diffusion

extension AppState {
  mutating func updateView(_ action: Action) {
    switch action {
    case .cycleField:
      cycleField()
    case .cycleGround:
      cycleGround()
    case .toggleContours:
      view.showsContours.toggle()
    case .toggleTrails:
      view.showsTrails.toggle()
    case .cycleColour:
      view.colour = view.colour == .density ? .label : .density
    case .cycleDots:
      cycleDots()
    case .cycleTheme:
      cycleTheme()
    case .zoom(let closer):
      view.camera.zoom(by: closer ? 1.25 : 0.8, around: view.camera.centre)
    case .pan(let columns, let rows):
      let step = 0.1 / view.camera.zoom
      view.camera.centre += Point(step * Double(columns), step * Double(rows))
    case .resetCamera:
      view.camera = Camera()
    case .selectParticle(let offset):
      let count = frame.points.count
      particle = (particle + offset % count + count) % count
    default:
      break
    }
  }

  mutating func updateFocus(_ action: Action) -> [Effect] {
    switch action {
    case .show(let panel):
      focus = panel
      return []
    case .focus(let offset):
      return moveFocus(offset)
    default:
      return []
    }
  }

  /// The next panel; in a comparison both planes come first.
  private mutating func moveFocus(_ offset: Int) -> [Effect] {
    let planes: [(PanelID, Side)] = isComparing ? [(.plane, .a), (.plane, .b)] : [(.plane, side)]
    let stops = planes + PanelID.side.map { ($0, side) }
    let index = stops.firstIndex { $0 == (focus, side) } ?? 0
    let next = stops[((index + offset) % stops.count + stops.count) % stops.count]
    focus = next.0
    return next.1 == side ? [] : turnToOtherSide()
  }

  private mutating func cycleField() {
    switch view.field {
    case .off: view.field = .exact
    case .exact: view.field = training.weights == nil ? .off : .learned
    case .learned: view.field = .off
    }
    say("score field: \(view.field.rawValue)")
  }

  private mutating func cycleGround() {
    switch view.ground {
    case .off: view.ground = .density
    case .density: view.ground = training.weights == nil ? .off : .error
    case .error: view.ground = .off
    }
    switch view.ground {
    case .off: say("ground: plain")
    case .density: say("ground: the exact density at this level")
    case .error:
      say("ground: |learned - exact| of the predicted noise; every shade doubles it, from 0.01")
    }
  }

  private mutating func cycleTheme() {
    let themes: [Theme?] = [nil] + Theme.allCases.map { $0 }
    let place = themes.firstIndex(of: view.theme) ?? 0
    view.theme = themes[(place + 1) % themes.count]
    say("theme: \(view.theme?.id ?? "as started")")
  }

  private mutating func cycleDots() {
    let next: Glyphs.Dots =
      switch view.dots ?? .braille {
      case .braille: .halfBlock
      case .halfBlock: .ascii
      case .ascii: .braille
      }
    view.dots = next
    say("dots: \(next.rawValue)")
  }
}
