import Diffusion
import TextScreen

/// How the drawing board lies on the screen: always the same part of the plane, in square units.
struct DrawingSpace {
  let room: Rect

  /// Half the height of the part of the plane that is seen.
  private static let extent = 2.7

  init(_ room: Rect) {
    self.room = room
  }

  func projection(dots: Size) -> Projection {
    Projection(camera: Camera(), automaticExtent: Self.extent, size: room.size, dots: dots)
  }

  /// The site of the lattice nearest to the middle of a cell of the screen.
  func site(atColumn column: Int, row: Int) -> Drawing.Site {
    let middle = Point(Double(column - room.x) + 0.5, Double(row - room.y) + 0.5)
    return Drawing.site(at: projection(dots: Size(columns: 1, rows: 1)).place(ofDot: middle))
  }

  /// The cell of the screen that a site falls into.
  func cell(of site: Drawing.Site) -> (column: Int, row: Int) {
    let dot = projection(dots: Size(columns: 1, rows: 1)).dot(of: Drawing.place(of: site))
    return (room.x + Int(dot.x.rounded(.down)), room.y + Int(dot.y.rounded(.down)))
  }
}
