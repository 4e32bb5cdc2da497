import Diffusion
import TextScreen

extension AppState {
  mutating func updatePlane(_ action: PlaneAction) -> [Effect] {
    switch action {
    case .cycleField:
      cycleField()
    case .cycleGround:
      cycleGround()
    case .toggle(let layer):
      toggle(layer)
    case .cycleColour:
      cycleColour()
    case .cycleDots:
      cycleDots()
    case .cycleTheme:
      cycleTheme()
    case .cycleFlow:
      view.flow = Self.next(after: view.flow)
      if view.field == .off { view.field = .exact }
      say("\(words.field) field as \(view.flow.rawValue)")
    case .toggleFilm:
      view.showsFilm.toggle()
    case .toggleCoordinate:
      view.showsCoordinate.toggle()
    case .zoom(let closer):
      view.camera.zoom(by: closer ? 1.25 : 0.8, around: view.camera.centre)
    case .pan(let columns, let rows):
      let step = 0.1 / view.camera.zoom
      view.camera.move(
        to: view.camera.centre + Point(step * Double(columns), step * Double(rows)))
    case .resetCamera:
      view.camera = Camera()
    case .selectParticle(let offset):
      let count = frame.points.count
      particle = (particle + offset % count + count) % count
    case .look(let view):
      self.view = view
    case .filmMeasured(let done):
      return onSide(done.side) { $0.take(done) }
    }
    return []
  }

  private mutating func toggle(_ layer: PlaneLayer) {
    guard let toggle = layer.toggle else { return }
    if let reason = toggle.obstacle(self) {
      say(reason)
      return
    }
    view.show(layer, !view.shows(layer))
    toggle.notice(view.shows(layer)).map { say(relabelling($0)) }
  }

  private mutating func cycleField() {
    switch view.field {
    case .off: view.field = .exact
    case .exact: view.field = training.weights == nil ? .off : .learned
    case .learned: view.field = .off
    }
    say("\(words.field) field: \(view.field.rawValue)")
  }

  private mutating func cycleColour() {
    let next = Self.next(after: colour)
    view.colour = next
    switch next {
    case .density: say("colour: how crowded a place is")
    case .label: say(words.labels.notice)
    case .decision: say("colour: when 90 % of the posterior is one mode, from data to noise")
    }
  }

  private mutating func cycleGround() {
    repeat {
      view.ground = Self.next(after: view.ground)
    } while !view.ground.isPossible(in: self)
    let own = view.ground == .off ? nil : words.plane.ground(self)
    say(own.map { "ground: \($0)" } ?? view.ground.notice(words))
  }

  /// The theme after the one in use; the one started with is no choice but the lack of one.
  private mutating func cycleTheme() {
    let all = Theme.allCases
    let inUse = (view.theme ?? usualTheme)?.id
    let next = all.firstIndex { $0.id == inUse }.map { $0 + 1 } ?? 0
    // Where the usual theme is not known, none chosen is one more stop on the way round.
    if usualTheme == nil {
      view.theme = next < all.count ? all[next] : nil
    } else {
      let theme = all[next % all.count]
      view.theme = theme.id == usualTheme?.id ? nil : theme
    }
    let name = (view.theme ?? usualTheme)?.id
    let remark = view.theme == nil ? ", as started" : ""
    say(name.map { "theme: \($0)\(remark)" } ?? "theme: as started")
  }

  private static func next<Family: CaseIterable & Equatable>(after member: Family) -> Family {
    let all = Array(Family.allCases)
    let index = all.firstIndex(of: member) ?? 0
    return all[(index + 1) % all.count]
  }

  private mutating func cycleDots() {
    let next: Glyphs.Dots =
      switch view.dots ?? .braille {
      case .braille: .halfBlock
      case .halfBlock: .ascii
      // Those of younger characters, which many fonts lack, are asked for by name.
      case .octants, .sextants, .quadrants, .ascii, .vector: .braille
      }
    view.dots = next
    say("dots: \(next.rawValue)")
  }
}
