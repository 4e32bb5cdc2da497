import Diffusion
import TextScreen

/// The plane: the cloud at this moment and whatever else the view asks to see with it.
///
/// Layers, from the back: origin and edges of the world, exact density or the network's error,
/// tubes, cloud, trails, sections of the tubes, contours, score arrows, the particle that is looked into.
public enum PlanePanel {
  /// - Parameter isInHand: false for the other side of a comparison.
  public static func draw(
    _ state: AppState, isInHand: Bool = true, on surface: inout Surface, in rect: Rect
  ) {
    let caption = PlaneCaption(state, glyphs: surface.glyphs)
    let room = PanelFrame.draw(
      title: caption.title, trailing: caption.variant(fitting: rect.width),
      isFocused: isInHand && state.focus == .plane, on: &surface, in: rect)
    surface.clipped(to: rect) { surface in
      surface.clipped(to: room) { surface in
        drawLayers(state, on: &surface, in: room)
      }
      if !state.view.showsFilm { PlaneEdges.draw(state, on: &surface, frame: rect) }
    }
  }

  /// The place of the world in the middle of a cell of the screen; nil outside the plane.
  public static func place(
    atColumn column: Int, row: Int, state: AppState, layout: ScreenLayout
  ) -> Point? {
    let room = layout.plane.inset(by: 1)
    guard room.contains(column: column, row: row) else { return nil }
    return PlaneSpace(state, room: room).place(atColumn: column, row: row)
  }

  private static func drawLayers(_ state: AppState, on surface: inout Surface, in room: Rect) {
    guard !room.isEmpty else { return }
    if state.view.showsFilm {
      FilmStrip.draw(state, on: &surface, in: room)
      return
    }
    let space = PlaneSpace(state, room: room)
    PlaneEdges.drawOrigin(on: &surface, space: space)
    let marginal = state.marginal
    let raster = raster(marginal, state, space)
    drawGround(marginal, raster, state, on: &surface, space: space)
    TubeLayer.drawCourses(state, on: &surface, space: space)
    // Where the ground is shaded with characters, no dots could be read above it.
    if surface.glyphs.haveGround || state.view.ground == .off {
      PlaneCloud.draw(marginal, state, on: &surface, space: space)
      if state.view.showsTrails { PlaneTrails.draw(state, on: &surface, space: space) }
    }
    TubeLayer.drawSections(state, on: &surface, space: space)
    if state.view.showsContours, let raster {
      DensityContours.draw(raster, on: &surface, space: space)
    }
    if state.view.showsLobes { PosteriorLobes.draw(state, on: &surface, space: space) }
    ScoreArrows.draw(marginal, state, on: &surface, space: space)
    InspectionMarks.draw(state, on: &surface, space: space)
    GuidanceArrows.draw(state, on: &surface, space: space)
    PassageMarks.draw(state, on: &surface, space: space)
    TubeLayer.drawMeetings(state, on: &surface, space: space)
    PriorHandles.draw(state, on: &surface, space: space)
    PlaneEdges.drawAbsence(state, on: &surface, space: space)
  }

  /// The exact density as far as a layer needs it.
  private static func raster(
    _ marginal: Marginal?, _ state: AppState, _ space: PlaneSpace
  ) -> DensityRaster? {
    guard state.view.ground != .off || state.view.showsContours, let marginal else { return nil }
    let size = Size(columns: space.room.width, rows: 2 * space.room.height)
    if state.view.ground.isAboutGuidance {
      return TiltedGround.raster(state, size: size, on: space.pixels)
    }
    return DensityRaster(marginal, size: size, on: space.pixels)
  }

  private static func drawGround(
    _ marginal: Marginal?, _ raster: DensityRaster?, _ state: AppState,
    on surface: inout Surface, space: PlaneSpace
  ) {
    guard let raster, let marginal else { return }
    switch state.view.ground {
    case .off: break
    case .density, .tilted, .tiltedHere: ExactHeat.draw(raster, on: &surface, space: space)
    case .energy: EnergyMap.draw(raster, on: &surface, space: space)
    case .error: ErrorMap.draw(marginal, raster, state, on: &surface, space: space)
    case .curl: CurlMap.draw(marginal, raster, state, on: &surface, space: space)
    }
  }
}

extension Panel {
  public static let plane = Panel(
    id: "plane", title: "plane", stand: .plane,
    draw: { PlanePanel.draw($0, on: &$1, in: $2) }, press: { $0.pressPlane($1, $2) })
}
