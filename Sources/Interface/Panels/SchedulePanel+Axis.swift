import Diffusion

/// Where things are in the panel, for drawing and for the mouse alike.
extension SchedulePanel {
  /// The area of the curve in a panel that has the frame `rect`.
  public static func plot(in rect: Rect) -> Rect {
    plotArea(in: rect).area
  }

  /// The place of a cell on the plane of the handles: x is time from 0 to 1, y is beta.
  ///
  /// The cells at the ends of the axes are the very ends. Beyond them the axes go on, so a drag
  /// that leaves the panel gives numbers out of range for `ScheduleEditor` to hold back.
  ///
  /// - Parameters:
  ///   - rect: the frame of the panel.
  ///   - top: the upper end of the axis of betas.
  public static func place(atColumn column: Int, row: Int, in rect: Rect, top: Double) -> Point {
    let place = plotArea(in: rect).place(atColumn: column, row: row)
    return Point(place.x, place.y * top)
  }

  /// The cell of a handle.
  public static func cell(
    of handle: Point, in rect: Rect, top: Double
  ) -> (column: Int, row: Int) {
    plotArea(in: rect).cell(of: Point(handle.x, handle.y / top))
  }

  /// The handle nearest to a cell, at most two columns and one row away.
  public static func handle(
    atColumn column: Int, row: Int, in rect: Rect, state: AppState
  ) -> Int? {
    guard state.view.curve == .beta, !plot(in: rect).isEmpty else { return nil }
    let top = frozenTop(of: state) ?? axisTop(for: state.stage.laboratory.schedule)
    let distances = ScheduleEditor.handles(of: state.experiment.schedule).enumerated().compactMap {
      index, handle -> (index: Int, distance: Int)? in
      let cell = cell(of: handle, in: rect, top: top)
      let (across, down) = (abs(cell.column - column), abs(cell.row - row))
      return across <= 2 && down <= 1 ? (index, across + 2 * down) : nil
    }
    return distances.min { $0.distance < $1.distance }?.index
  }

  /// Whether the curve of betas passes through a cell, or one beside it.
  static func isOnCurve(column: Int, row: Int, in rect: Rect, state: AppState) -> Bool {
    let plot = plotArea(in: rect)
    guard state.view.curve == .beta, plot.area.contains(column: column, row: row) else {
      return false
    }
    let curve = ScheduleCurve(
      .beta, of: state.stage.laboratory.schedule, top: frozenTop(of: state), glyphs: .ascii)
    let rows = (column - 1...column + 1).map { column in
      plot.cell(of: curve.place(atTime: plot.place(atColumn: column, row: row).x)).row
    }
    guard let highest = rows.min(), let lowest = rows.max() else { return false }
    return (highest - 1...lowest + 1).contains(row)
  }

  /// The upper end of the axis of betas: round, with some room to drag upwards, at most 1.
  public static func axisTop(for specification: ScheduleSpecification) -> Double {
    guard let schedule = try? Schedule(specification) else { return 1 }
    return axisTop(for: schedule)
  }

  static func axisTop(for schedule: Schedule) -> Double {
    let largest = schedule.betas.max() ?? 1
    return largest > 0 ? min(1, RoundNumber.above(1.15 * largest)) : 1
  }

  /// The end of the axis that a drag began with, so that the axis does not run from the hand.
  static func frozenTop(of state: AppState) -> Double? {
    if case .handle(_, let top) = state.drag { return top }
    return nil
  }

  /// The gauge has the last row where the curve keeps at least two; a narrow panel has a row for
  /// numbers above it, because they do not fit below the axis.
  static func footHeight(in inner: Rect) -> Int {
    if inner.height < 3 { return 0 }
    return inner.height >= 8 && inner.width < 36 ? 2 : 1
  }

  /// Whether the curve is tall enough in a panel of this frame not to be crowded by ghosts.
  static func hasRoomForGhosts(in rect: Rect?) -> Bool {
    rect.map { plot(in: $0).height >= GhostCurves.leastHeight } ?? false
  }

  static func plotArea(in rect: Rect) -> PlotArea {
    var room = ScheduleRoom(PanelFrame.content(of: rect)).curve
    _ = room.takeBottom(footHeight(in: room))
    return PlotArea(in: room)
  }
}
