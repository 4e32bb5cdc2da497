import Diffusion
import TextScreen

/// The part of the plane that is seen.
public struct Camera: Sendable, Equatable {
  /// The middle of the picture, from the middle of the automatic fit in units of its extent.
  public internal(set) var centre = Point.zero
  /// 1 shows the automatic extent; larger looks closer.
  public internal(set) var zoom = 1.0

  public init() {}

  /// - Parameter zoom: within `zoomLimits`.
  init(centre: Point, zoom: Double) {
    self.zoom = zoom
    move(to: centre)
  }

  /// From far enough to see what has run away, down to a mode a million times smaller than the way
  /// to it.
  public static let zoomLimits = 1e-4...1e7
  /// The farthest place that is looked at: what runs away is still found from a distance.
  private static let farthest = 100.0

  /// Looks at a place, in units of the automatic extent.
  public mutating func move(to place: Point) {
    let far = Self.farthest
    centre = Point(min(max(place.x, -far), far), min(max(place.y, -far), far))
  }

  /// Zooms so that the place under a cursor stays where it is.
  ///
  /// - Parameter anchor: that place, from the middle of the fit in units of its extent.
  public mutating func zoom(by factor: Double, around anchor: Point) {
    let limited = min(max(zoom * factor, Self.zoomLimits.lowerBound), Self.zoomLimits.upperBound)
    move(to: anchor + (zoom / limited) * (centre - anchor))
    zoom = limited
  }
}

/// How the plane lies on a rectangle of dots: square units, y upwards.
public struct Projection: Sendable, Equatable {
  /// World units from the middle of the picture to its nearer edge.
  public let extent: Double
  /// The place in the middle of the picture.
  public let middle: Point
  /// Dots for one world unit, in each direction (dots are not always square).
  public let dotsPerUnit: Point
  /// The dot in the middle of the picture, from its upper left corner.
  private var half: Point

  /// The height of a character cell divided by its width, as in most terminal fonts.
  public static let cellAspect = 2.0

  /// - Parameters:
  ///   - camera: what is looked at.
  ///   - automaticExtent: half the height of the world shown at zoom 1.
  ///   - middle: what is in the middle of the picture then.
  ///   - size: the picture, in cells.
  ///   - dots: how many dots a cell has in each direction; (1, 1) for cells themselves.
  public init(
    camera: Camera, automaticExtent: Double, around middle: Point = .zero, size: Size, dots: Size
  ) {
    extent = automaticExtent / camera.zoom
    self.middle = middle + automaticExtent * camera.centre
    let width = Double(max(1, size.columns))
    let height = Double(max(1, size.rows)) * Self.cellAspect
    // Cell widths for one world unit, so that the smaller side shows the whole extent.
    let scale = min(width, height) / (2 * extent)
    dotsPerUnit = Point(
      scale * Double(dots.columns), scale * Double(dots.rows) / Self.cellAspect)
    half = Point(Double(size.columns * dots.columns), Double(size.rows * dots.rows)) / 2
  }

  /// The same picture from another dot on: what was that dot is (0, 0).
  func cropped(fromColumn column: Int, row: Int) -> Projection {
    var cropped = self
    cropped.half = half - Point(Double(column), Double(row))
    return cropped
  }

  /// The dot of a world place, with its fraction; (0, 0) is the upper left corner.
  public func dot(of place: Point) -> Point {
    Point(
      half.x + (place.x - middle.x) * dotsPerUnit.x, half.y - (place.y - middle.y) * dotsPerUnit.y)
  }

  /// Lights the dots of world places on a canvas of this projection's dots.
  ///
  /// - Parameters:
  ///   - stride: every how many of them one is lit.
  func plot(
    _ places: [Point], every stride: Int, on canvas: inout DotCanvas, inks: CloudInks
  ) {
    canvas.plot(
      places, every: stride, middle: middle, at: half,
      scale: Point(dotsPerUnit.x, -dotsPerUnit.y), inks: inks)
  }

  /// The world place of a dot.
  public func place(ofDot dot: Point) -> Point {
    Point(middle.x + (dot.x - half.x) / dotsPerUnit.x, middle.y - (dot.y - half.y) / dotsPerUnit.y)
  }
}
