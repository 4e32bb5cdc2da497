import Diffusion
import TextScreen

/// A part of the screen as a picture of its own.
public enum PicturePart: String, Sendable, CaseIterable {
  case plane
  case schedule
  case chart
  case film

  /// The state with what the part shows, worked out for a picture of its size.
  func prepared(_ state: AppState) -> AppState {
    var state = state.uncovered
    // The part itself has no mark of the keys.
    state.focus = self == .schedule ? .plane : .schedule
    state.view.showsFilm = self == .film
    if self == .film {
      state.refreshFilm(in: Rect(state.size).inset(by: 1))
      state.measureFilm()
    }
    return state
  }

  /// Draws the part alone, as large as the sheet.
  func draw(_ state: AppState, on surface: inout Surface) {
    let state = prepared(state)
    let room = surface.bounds
    switch self {
    case .plane, .film: PlanePanel.draw(state, on: &surface, in: room)
    case .schedule: SchedulePanel.draw(state, on: &surface, in: room)
    case .chart:
      PanelFrame.draw(
        title: "quality by steps", trailing: state.experiment.title, isFocused: false,
        on: &surface, in: room)
      ChartPlot.draw(state, on: &surface, in: PanelFrame.content(of: room))
    }
  }

  /// What the screen has to be told for the part to have something to show; nil where it has it.
  public func wish(of state: AppState) -> Action? {
    guard self == .chart, state.studies[.chart] == nil else { return nil }
    return .studies(.toggle(.chart))
  }

  /// Whether what it shows is still being worked out.
  public func isPending(in state: AppState) -> Bool {
    self == .chart && state.studies.isPending(.chart)
  }
}

/// How a picture is made.
public struct PictureOptions: Sendable {
  /// A part alone; nil for the whole screen.
  public var part: PicturePart?
  /// The size of a part; nil for that of the screen.
  public var size: Size?
  /// Whether points are circles and curves paths, at their true places.
  public var isVector = false
  /// The width on paper.
  public var millimetres: Double?

  public init() {}
}
