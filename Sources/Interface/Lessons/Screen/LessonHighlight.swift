import Diffusion
import Foundation
import TextScreen

/// What a page turns the eyes to.
enum LessonHighlight {
  /// Marks the frame of a panel.
  static func mark(_ state: AppState, on surface: inout Surface, layout: ScreenLayout) {
    guard case .panel(let panel) = state.lesson?.page.highlight,
      let rect = layout.rect(of: panel), rect.height > 2, rect.width > 16
    else { return }
    let place = Rect(
      x: rect.maxX - words.count - 1, y: rect.maxY - 1, width: words.count, height: 1)
    surface.write(words, in: place, align: .left, style: .selected)
  }

  private static let words = " look here "

  /// The room that the mark leaves to others in the lower edge of a panel's frame.
  static func rest(of edge: Rect, in panel: Panel, _ state: AppState) -> Rect {
    guard case .panel(panel) = state.lesson?.page.highlight else { return edge }
    return Rect(x: edge.x, y: edge.y, width: max(0, edge.width - words.count), height: edge.height)
  }

  fileprivate static func drawRegion(_ moment: PlaneMoment, on surface: inout Surface) {
    guard case .region(let centre, let radius) = moment.state.lesson?.page.highlight else { return }
    var canvas = DotCanvas(size: moment.space.room.size, dots: surface.glyphs.dots)
    let projection = moment.space.projection(dots: canvas.dots.perCell)
    // Pages speak of places as the axes do.
    let frame = moment.state.stage.laboratory.frame
    let places = (0...48).map { index -> Point in
      let angle = 2 * Double.pi * Double(index) / 48
      let place = centre + radius * Point(cos(angle), sin(angle))
      return projection.middle(of: frame.standardized(place))
    }
    for (start, end) in zip(places, places.dropFirst()) {
      canvas.line(from: start, to: end, ink: .warning, weight: 1)
    }
    surface.overlay(canvas, in: moment.space.room)
  }
}

extension PlaneLayer {
  /// The circle of the plane that a page of a lesson turns the eyes to.
  static let lessonRegion = PlaneLayer(
    id: "lesson-region", depth: .field,
    isThere: { state in
      if case .region = state.lesson?.page.highlight { true } else { false }
    },
    draw: { LessonHighlight.drawRegion($0, on: &$1) })
}
