import Diffusion
import TextScreen

extension AppState {
  mutating func updatePlane(_ action: PlaneAction) -> [Effect] {
    switch action {
    case .cycleField:
      cycleField()
    case .cycleGround:
      cycleGround()
    case .toggleContours:
      view.showsContours.toggle()
    case .toggleTrails:
      view.showsTrails.toggle()
    case .toggleTubes:
      if let reason = noTubes {
        say(reason)
        return []
      }
      view.showsTubes.toggle()
      say(view.showsTubes ? "tubes: every class within two standard deviations" : "no tubes")
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
    case .toggleLobes:
      if let reason = noLobes {
        say(reason)
        return []
      }
      view.showsLobes.toggle()
      say(view.showsLobes ? "50 and 90 % of p(x0 | x_t) of the particle" : "lobes off")
    case .toggleFilm:
      view.showsFilm.toggle()
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

  /// Why there are no lobes to be seen; nil where there are.
  var noLobes: String? {
    stage.laboratory.hasExactField ? nil : "paired samples have no exact posterior"
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
    } while (view.ground.isAboutNetwork && training.weights == nil)
      || (view.ground.isAboutGuidance && stage.laboratory.guidance == nil)
    switch view.ground {
    case .off: say("ground: plain")
    case .density: say("ground: the exact density at this level")
    case .energy: say("ground: energy, minus the logarithm of the density; every shade is a nat")
    case .error:
      say("ground: |learned - exact| of the predicted noise; every shade doubles it, from 0.01")
    case .curl: say(words.curl.notice)
    case .tilted: say("ground: what guidance names, without noise; it does not sample it")
    case .tiltedHere: say(words.tiltedHere)
    }
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
      case .ascii, .vector: .braille
      }
    view.dots = next
    say("dots: \(next.rawValue)")
  }
}

extension ViewOptions.Ground {
  /// Whether there has to be a network for it.
  var isAboutNetwork: Bool {
    switch self {
    case .error, .curl: true
    case .off, .density, .energy, .tilted, .tiltedHere: false
    }
  }

  /// Whether there has to be guidance for it.
  var isAboutGuidance: Bool {
    switch self {
    case .tilted, .tiltedHere: true
    case .off, .density, .energy, .error, .curl: false
    }
  }
}
