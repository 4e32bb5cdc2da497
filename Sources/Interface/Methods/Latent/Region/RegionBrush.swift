import Diffusion
import Foundation
import TextScreen

/// What regions are painted with, where keys have moved it or the mouse was last.
struct RegionBrush: Sendable, Equatable {
  var place = Point.zero
  var radius = 0.5

  /// The disc that it paints.
  var disc: LatentRegion.Disc { LatentRegion.Disc(centre: place, radius: radius) }

  /// Moves it, as far as regions reach.
  mutating func move(to place: Point) {
    let reach = LatentRegion.reach
    self.place = Point(min(max(place.x, -reach), reach), min(max(place.y, -reach), reach))
  }

  /// Makes it so many quarters wider, or narrower where negative.
  mutating func widen(_ times: Int) {
    let radii = LatentRegion.radii
    radius = min(max(radius * pow(1.25, Double(times)), radii.lowerBound), radii.upperBound)
  }

  /// Whether a region has a disc so near, and as large, that another one would hardly add to it: a
  /// stroke is a row of discs, and there are only so many.
  func isWithin(_ region: LatentRegion?) -> Bool {
    (region?.painted ?? []).contains { disc in
      disc.radius >= radius && (disc.centre - place).squaredLength < radius * radius / 4
    }
  }
}

extension PlaneLayer {
  /// The brush, while it is in hand.
  static let regionBrush = PlaneLayer(
    id: "region-brush", depth: .handle,
    isThere: { $0.focus == .region },
    draw: { moment, surface in
      let brush = moment.state.inHand.brush
      AskedRegion.draw(outlinesOf: [brush.disc], .accent, moment, on: &surface)
      if let cell = moment.space.cell(of: brush.place) {
        surface.mark(surface.glyphs.cross, .cursor, .bold, column: cell.column, row: cell.row)
      }
    })
}
