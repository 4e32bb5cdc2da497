import Diffusion
import TextScreen

/// Where things are in the panel, for drawing and for the mouse alike.
extension SchedulePanel {
  /// The area of the curve in a panel that has the frame `rect`.
  public static func plot(in rect: Rect, of state: AppState) -> Rect {
    plotArea(in: rect, of: state).area
  }

  /// The place of a cell on the plane of the handles: x is time from 0 to 1, y is beta.
  ///
  /// The cells at the ends of the axes are the very ends. Beyond them the axes go on, so a drag
  /// that leaves the panel gives numbers out of range for `ScheduleEditor` to hold back.
  ///
  /// - Parameters:
  ///   - rect: the frame of the panel.
  ///   - state: what else the panel shows.
  ///   - axis: the axis of betas.
  public static func place(
    atColumn column: Int, row: Int, in rect: Rect, of state: AppState, on axis: ScheduleAxis
  ) -> Point {
    let place = plotArea(in: rect, of: state).place(atColumn: column, row: row)
    return Point(place.x, axis.value(atHeight: place.y))
  }

  /// The cell of a handle.
  public static func cell(
    of handle: Point, in rect: Rect, of state: AppState, on axis: ScheduleAxis
  ) -> (column: Int, row: Int) {
    plotArea(in: rect, of: state).cell(of: Point(handle.x, axis.height(of: handle.y)))
  }

  /// The curve that is bent, on the axis it is drawn on.
  private static func betas(of state: AppState) -> ScheduleCurve {
    ScheduleCurve(
      .beta, of: state.stage.laboratory.schedule, on: frozenAxis(of: state), glyphs: .ascii)
  }

  /// Where the handles are: at their times, on the curve.
  static func handles(of state: AppState, on curve: ScheduleCurve) -> [Point] {
    ScheduleEditor.handles(of: state.experiment.schedule).map {
      Point($0.x, curve.value(atTime: $0.x))
    }
  }

  /// The handle nearest to a cell, at most two columns and one row away.
  public static func handle(
    atColumn column: Int, row: Int, in rect: Rect, state: AppState
  ) -> Int? {
    guard state.view.curve == .beta, !plot(in: rect, of: state).isEmpty else { return nil }
    let curve = betas(of: state)
    let distances = handles(of: state, on: curve).enumerated().compactMap {
      index, handle -> (index: Int, distance: Int)? in
      let cell = cell(of: handle, in: rect, of: state, on: curve.axis)
      let (across, down) = (abs(cell.column - column), abs(cell.row - row))
      return across <= 2 && down <= 1 ? (index, across + 2 * down) : nil
    }
    return distances.min { $0.distance < $1.distance }?.index
  }

  /// Whether the curve of betas passes through a cell, or one beside it.
  static func isOnCurve(column: Int, row: Int, in rect: Rect, state: AppState) -> Bool {
    let plot = plotArea(in: rect, of: state)
    guard state.view.curve == .beta, plot.area.contains(column: column, row: row) else {
      return false
    }
    let curve = betas(of: state)
    let rows = (column - 1...column + 1).map { column in
      plot.cell(of: curve.place(atTime: plot.place(atColumn: column, row: row).x)).row
    }
    guard let highest = rows.min(), let lowest = rows.max() else { return false }
    return (highest - 1...lowest + 1).contains(row)
  }

  /// The gauge has the last row where the curve keeps at least two; a narrow panel has a row for
  /// numbers above it, because they do not fit below the axis.
  static func footHeight(in inner: Rect) -> Int {
    if inner.height < 3 { return 0 }
    return inner.height >= 8 && inner.width < 36 ? 2 : 1
  }

  /// Whether the curve is tall enough in a panel of this frame not to be crowded by ghosts.
  static func hasRoomForGhosts(in rect: Rect?, of state: AppState) -> Bool {
    rect.map { plot(in: $0, of: state).height >= GhostCurves.leastHeight } ?? false
  }

  static func plotArea(in rect: Rect, of state: AppState) -> PlotArea {
    var room = ScheduleRoom(in: rect, of: state).curve
    _ = room.takeBottom(footHeight(in: room))
    return PlotArea(in: room)
  }
}
