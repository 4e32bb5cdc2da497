import Diffusion
import TextScreen

/// Points drawn by hand on a lattice, so that strokes have an even density and an eraser finds
/// them again.
public struct Drawing: Sendable, Equatable {
  /// A place of the lattice.
  struct Site: Sendable, Hashable {
    var column: Int
    var row: Int
  }

  /// What a brush does.
  enum Tool: Sendable, Equatable {
    case brush
    case eraser

    var other: Tool { self == .brush ? .eraser : .brush }
  }

  /// Every point with its class, counted from 0.
  private(set) var sites: [Site: Int] = [:]
  private var past: [[Site: Int]] = []
  var tool = Tool.brush
  /// The radius of the brush in steps of the lattice.
  private(set) var radius = 1
  /// The class of what is drawn next.
  var label = 0
  /// Where the keys draw.
  private(set) var cursor = Site(column: 0, row: 0)
  /// Whether moving the cursor draws.
  var isPenDown = false
  /// Where the mouse drew last, while it is held.
  var stroke: Site?

  /// The distance between neighbours of the lattice is 0.08, as eight hundredths: coordinates then
  /// are short decimals.
  private static let hundredths = 8
  static let radii = 0...6
  static let labels = 8
  private static let mostStrokes = 100
  private static let reach = 60

  init() {}

  /// The drawing that made a distribution, where one did.
  init(_ specification: DistributionSpecification) {
    guard case .points(let points, let labels, DistributionSpecification.listSource) = specification
    else { return }
    for (index, point) in points.enumerated() {
      let site = Self.site(at: point)
      guard Self.place(of: site) == point else {
        sites = [:]
        return
      }
      sites[site] = labels.flatMap { Int($0[index]) }.map { min(max(0, $0 - 1), 7) } ?? 0
    }
  }

  /// The points as the data of an experiment; classes where there are several.
  var distribution: DistributionSpecification {
    let drawn = sites.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }
    let isMixed = Set(sites.values).count > 1
    return .points(
      drawn.map { Self.place(of: $0.key) }, labels: isMixed ? drawn.map { "\($0.value + 1)" } : nil,
      source: DistributionSpecification.listSource)
  }

  static func place(of site: Site) -> Point {
    Point(Double(hundredths * site.column) / 100, Double(hundredths * site.row) / 100)
  }

  static func site(at place: Point) -> Site {
    let bounded = { (value: Double) -> Int in
      let steps = (value * 100 / Double(hundredths)).rounded()
      return Int(min(max(steps.isNaN ? 0 : steps, -Double(reach)), Double(reach)))
    }
    return Site(column: bounded(place.x), row: bounded(place.y))
  }
}

// MARK: - Strokes

extension Drawing {
  /// Remembers the drawing, for undo, before a stroke.
  mutating func beginStroke() {
    past.append(sites)
    if past.count > Self.mostStrokes { past.removeFirst() }
  }

  var canUndo: Bool { !past.isEmpty }

  mutating func undo() {
    if let before = past.popLast() { sites = before }
  }

  /// The drawing with the pen up and the mouse let go, as it is put aside.
  var lifted: Drawing {
    var drawing = self
    drawing.isPenDown = false
    drawing.stroke = nil
    return drawing
  }

  mutating func clear() {
    beginStroke()
    sites = [:]
  }

  /// Draws or erases along a straight line.
  ///
  /// - Returns: whether there was room for all of it.
  @discardableResult
  mutating func draw(from start: Site, to end: Site, with tool: Tool) -> Bool {
    let steps = max(abs(end.column - start.column), abs(end.row - start.row), 1)
    var hasRoom = true
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let site = Site(
        column: start.column + Int((share * Double(end.column - start.column)).rounded()),
        row: start.row + Int((share * Double(end.row - start.row)).rounded()))
      hasRoom = stamp(at: site, with: tool) && hasRoom
    }
    cursor = end
    return hasRoom
  }

  mutating func changeRadius(by step: Int) {
    radius = min(max(Self.radii.lowerBound, radius + step), Self.radii.upperBound)
  }

  /// Moves the cursor; a pen that is down draws on the way.
  ///
  /// - Returns: whether there was room for what was drawn.
  mutating func moveCursor(columns: Int, rows: Int) -> Bool {
    let next = Site(
      column: min(max(-Self.reach, cursor.column + columns), Self.reach),
      row: min(max(-Self.reach, cursor.row + rows), Self.reach))
    if isPenDown { return draw(from: cursor, to: next, with: tool) }
    cursor = next
    return true
  }

  private mutating func stamp(at centre: Site, with tool: Tool) -> Bool {
    for row in -radius...radius {
      for column in -radius...radius where row * row + column * column <= radius * (radius + 1) {
        let site = Site(column: centre.column + column, row: centre.row + row)
        if tool == .eraser {
          sites[site] = nil
        } else if sites[site] != nil || sites.count < Stage.mostComponents {
          sites[site] = label
        } else {
          return false
        }
      }
    }
    return true
  }
}
