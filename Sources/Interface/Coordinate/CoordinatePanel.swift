import Diffusion
import TextScreen

/// One coordinate of the particles that leave trails, against time: how a random walk forgets where it
/// began, and how a flow does not.
enum CoordinatePanel {
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    let inner = PanelFrame.draw(
      .coordinate, trailing: ["x of the trails by time", "x by time"], of: state, on: &surface,
      in: rect)
    surface.clipped(to: inner) { surface in
      let trails = state.trails
      guard trails.times.count > 1 else {
        PanelFrame.drawEmpty(
          [.label("nothing has moved yet"), .key("space") + .label(" lets time run")],
          on: &surface, in: inner)
        return
      }
      let plot = PlotArea(in: inner)
      let (middle, extent) = (state.fit.middle, state.fit.extent)
      let frame = state.stage.laboratory.frame
      plot.drawEnds(
        top: frame.restored(middle + Point(extent, 0)).x,
        bottom: frame.restored(middle - Point(extent, 0)).x, on: &surface)
      plot.drawEnds(left: "data", right: state.farEnd, on: &surface)
      let lines = trails.paths.enumerated().reversed().map { index, path in
        PlotArea.Line(
          places: zip(trails.times, path).map { time, place in
            Place(time, (place.x - middle.x) / (2 * extent) + 0.5)
          }, ink: .trail(index))
      }
      plot.draw(lines, dots: state.dots(of: surface.glyphs), on: &surface)
      let now = plot.cell(of: Place(state.frame.time, 0)).column
      plot.drawBetween(
        .label("time"), near: now, left: "data", right: state.farEnd, on: &surface)
    }
  }

  static let words: [PanelWord] = [
    PanelWord(
      "x by time", or: ["x of the trails by time"],
      "the first coordinate of the particles that leave trails, in the data's own units"),
    PanelWord(
      "time", or: ["data", "noise"], "the time of the level, from data at the left to noise"),
    PanelWord(
      "nothing has moved yet", or: ["lets time run"],
      "the lines begin with the first step that is seen"),
  ]
}

extension Panel {
  static let coordinate = Panel(
    id: "coordinate", title: "coordinate", words: CoordinatePanel.words,
    stand: .sometimes { $0.view.showsCoordinate }, draw: CoordinatePanel.draw)
}
