import Diffusion
import TextScreen

/// Small pictures in half blocks: a pixel is as wide as a column and half as high as a row.
enum PictureTiles {
  /// How many cells a picture takes.
  static func size(of shape: PictureShape) -> Size {
    Size(columns: shape.width, rows: (shape.height + 1) / 2)
  }

  /// Draws a picture with its first pixel at the top left of a place.
  ///
  /// - Parameter isSolid: whether black hides what is under it.
  static func draw(
    _ pixels: [Float], _ shape: PictureShape, isSolid: Bool = true, on surface: inout Surface,
    at place: Rect
  ) {
    var map = HalfBlockMap(size: size(of: shape))
    for y in 0..<shape.height {
      for x in 0..<shape.width {
        let first = 3 * (y * shape.width + x)
        let channels = pixels[first..<first + 3].map(Double.init)
        let ink = Ink.paint(red: channels[0], green: channels[1], blue: channels[2])
        if isSolid || ink != .paint(red: 0, green: 0, blue: 0) { map[x, y] = ink }
      }
    }
    map.draw(onto: &surface, in: place)
  }

  /// Draws as many pictures as there is room for, row by row.
  ///
  /// - Returns: how many rows of cells they took.
  @discardableResult
  static func draw(
    _ pictures: [[Float]], _ shape: PictureShape, on surface: inout Surface, in room: Rect
  ) -> Int {
    let size = size(of: shape)
    let across = max(1, (room.width + 1) / (size.columns + 1))
    let down = (room.height + 1) / (size.rows + 1)
    let rows = min(
      max(down, room.height >= size.rows ? 1 : 0), (pictures.count + across - 1) / across)
    for (index, picture) in pictures.prefix(across * rows).enumerated() {
      let place = Rect(
        x: room.x + index % across * (size.columns + 1),
        y: room.y + index / across * (size.rows + 1), width: size.columns, height: size.rows)
      draw(picture, shape, on: &surface, at: place)
    }
    return rows * (size.rows + 1)
  }
}
