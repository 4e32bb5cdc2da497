import Diffusion
import Foundation
import TextScreen

/// The discs that latents are to lie in, as their outlines.
enum AskedRegion {
  static func draw(
    outlinesOf discs: [LatentRegion.Disc], _ ink: Ink, _ moment: PlaneMoment,
    on surface: inout Surface
  ) {
    var canvas = DotCanvas(size: moment.space.room.size, dots: surface.glyphs.dots)
    let outlines = discs.flatMap { disc in
      // What lies inside of another disc is no part of the outline.
      outline(of: disc).filter { place in !discs.contains { $0 != disc && $0.contains(place) } }
    }
    moment.space.projection(dots: canvas.dots.perCell).plot(
      outlines, every: 1, on: &canvas, inks: .one(ink))
    canvas.draw(onto: &surface, in: moment.space.room)
  }

  private static let pieces = 96

  private static func outline(of disc: LatentRegion.Disc) -> [Point] {
    (0..<pieces).map { piece in
      let angle = 2 * Double.pi * Double(piece) / Double(pieces)
      return disc.centre + disc.radius * Point(cos(angle), sin(angle))
    }
  }
}

extension PlaneLayer {
  static let askedRegion = PlaneLayer(
    id: "asked-region", depth: .course,
    isThere: { $0.latentStage?.process.settings.region != nil },
    draw: { moment, surface in
      AskedRegion.draw(
        outlinesOf: moment.state.regionDiscs ?? [], .cursor, moment, on: &surface)
    },
    caption: { state, _ in
      switch state.latentStage?.process.settings.region {
      case nil: []
      case .subject(let word): ["region of \(word)"]
      case .painted: ["painted region"]
      }
    })
}

extension AppState {
  /// Where latents are to lie; nil where they may lie anywhere, and while that is not known.
  var regionDiscs: [LatentRegion.Disc]? {
    guard let stage = latentStage else { return nil }
    return try? stage.process.discs(
      by: latentWeights?.parts ?? LatentParts(), in: self.stage.laboratory)
  }

  /// The share of the samples on the screen that are there; nil where none are seen.
  var shareInRegion: Double? {
    guard frame.direction == .reverse, latentWeights != nil, !frame.points.isEmpty,
      let discs = regionDiscs
    else { return nil }
    let kept = frame.points.count { place in discs.contains { $0.contains(place) } }
    return Double(kept) / Double(frame.points.count)
  }
}
