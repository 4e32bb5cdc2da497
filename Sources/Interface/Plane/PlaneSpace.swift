import Diffusion
import TextScreen

/// How the world lies on the cells of the plane.
struct PlaneSpace {
  /// The cells inside the frame.
  let room: Rect
  private let camera: Camera
  private let fit: PlaneFit
  private let cells: Projection

  init(_ state: AppState, room: Rect) {
    self.room = room
    camera = state.view.camera
    fit = state.fit
    cells = Projection(
      camera: camera, automaticExtent: fit.extent, around: fit.middle, size: room.size,
      dots: Size(columns: 1, rows: 1))
  }

  /// The projection onto dots of another size than cells; dot 0 lies between 0 and 1.
  func projection(dots: Size) -> Projection {
    Projection(
      camera: camera, automaticExtent: fit.extent, around: fit.middle, size: room.size, dots: dots)
  }

  /// The projection onto pixels as wide as a cell and half as high: about square.
  var pixels: Projection { projection(dots: Size(columns: 1, rows: 2)) }

  /// The world place in the middle of a cell of the screen.
  func place(atColumn column: Int, row: Int) -> Point {
    cells.place(ofDot: Point(Double(column - room.x) + 0.5, Double(row - room.y) + 0.5))
  }

  /// The cell of the screen that shows a place; nil for places that are not seen.
  func cell(of place: Point) -> (column: Int, row: Int)? {
    let dot = cells.dot(of: place)
    guard dot.x >= 0, dot.y >= 0, dot.x < Double(room.width), dot.y < Double(room.height) else {
      return nil
    }
    return (room.x + Int(dot.x), room.y + Int(dot.y))
  }

  /// How many cells one square unit of the world covers.
  var cellsPerSquareUnit: Double { cells.dotsPerUnit.x * cells.dotsPerUnit.y }

  /// How many columns one unit of the world covers.
  var columnsPerUnit: Double { cells.dotsPerUnit.x }

  /// The place in the middle of the picture.
  var middle: Point { cells.middle }
}

extension Projection {
  /// A world place as lines want it: whole numbers are the middles of dots.
  func middle(of place: Point) -> Point {
    dot(of: place) - Point(0.5, 0.5)
  }
}
