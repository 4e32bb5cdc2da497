import Diffusion
import TextScreen

/// What can happen to the region that latents are to lie in.
public enum RegionAction: Sendable {
  /// Moves the brush by twentieths of what is seen.
  case move(across: Int, up: Int)
  /// Makes the brush so many quarters wider, or narrower where negative.
  case widen(Int)
  /// Lays a disc on where the brush is.
  case paint
  /// Takes away the discs that hold the place of the brush.
  case erase
}

extension RegionAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateRegion(self) }

  func obstacle(in state: AppState) -> String? { state.noRegion }

  var withinBounds: RegionAction {
    switch self {
    case .move(let across, let up): .move(across: across.bounded, up: up.bounded)
    case .widen(let times): .widen(times.bounded)
    case .paint, .erase: self
    }
  }

  var isMove: Bool {
    switch self {
    case .move, .widen: true
    case .paint, .erase: false
    }
  }
}

/// Regions are painted with a brush, by keys or by the mouse.
extension AppState {
  mutating func updateRegion(_ action: RegionAction) -> [Effect] {
    if let reason = noRegion {
      say(reason)
      return []
    }
    switch action {
    case .move(let across, let up):
      let step = Self.strideOfBrush * fit.extent / view.camera.zoom
      inHand.brush.move(to: inHand.brush.place + step * Point(Double(across), Double(up)))
      return []
    case .widen(let times):
      inHand.brush.widen(times)
      return []
    case .paint:
      return paint(gesture: nil)
    case .erase:
      return erase()
    }
  }

  private static let strideOfBrush = 0.05

  /// Why there is no region to be painted; nil where there is.
  var noRegion: String? {
    guard let settings = latentStage?.process.settings else {
      return "regions are of the method latent; 'preset latent' shows it"
    }
    return settings.generator.leads
      ? nil : "\(settings.generator.rawValue) makes one number after another and cannot be led"
  }

  private mutating func paint(gesture: String?) -> [Effect] {
    let (brush, region) = (inHand.brush, latentStage?.process.settings.region)
    if brush.isWithin(region) { return [] }
    if (region?.painted.count ?? 0) >= LatentRegion.mostDiscs {
      warn("\(LatentRegion.mostDiscs) discs are the most; erase some, or take a wider brush")
      return []
    }
    return ask(for: .painting(brush.disc, onto: region), gesture: gesture)
  }

  private mutating func erase() -> [Effect] {
    guard let region = latentStage?.process.settings.region else {
      say("nothing is painted")
      return []
    }
    let left = region.erased(at: inHand.brush.place)
    if left == region {
      say("there is no disc under the brush")
      return []
    }
    return ask(for: left, gesture: nil)
  }

  private mutating func ask(for region: LatentRegion?, gesture: String?) -> [Effect] {
    guard var settings = experiment.methodSettings as? LatentSettings else { return [] }
    settings.region = region
    var changed = experiment
    changed.methodSpecification = MethodSpecification(settings)
    return edit(changed, gesture: gesture)
  }

  /// The mouse over the plane while the brush is in hand: left paints, right erases.
  mutating func pressWithBrush(_ mouse: Mouse, _ layout: ScreenLayout) -> [Effect] {
    guard mouse.button == .right else {
      drag = .slider(.region)
      return stroke(mouse, layout)
    }
    return takeBrush(to: mouse, layout) ? route(.region(.erase)) : []
  }

  /// Paints where the mouse is; a stroke is one entry of the undo history.
  mutating func stroke(_ mouse: Mouse, _ layout: ScreenLayout) -> [Effect] {
    guard takeBrush(to: mouse, layout) else { return [] }
    if let reason = noRegion {
      say(reason)
      return []
    }
    return paint(gesture: "paint region")
  }

  private mutating func takeBrush(to mouse: Mouse, _ layout: ScreenLayout) -> Bool {
    let place = PlanePanel.place(
      atColumn: mouse.column, row: mouse.row, state: self, layout: layout)
    guard let place else { return false }
    inHand.brush.move(to: place)
    return true
  }
}
