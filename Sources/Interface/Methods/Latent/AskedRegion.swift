import Diffusion
import Foundation
import TextScreen

extension PlaneLayer {
  /// The discs that latents are to lie in, as their outlines.
  static let askedRegion = PlaneLayer(
    id: "asked-region", depth: .course,
    isThere: { $0.latentStage?.process.settings.region != nil },
    draw: { moment, surface in
      guard let stage = moment.state.latentStage,
        let discs = try? stage.process.discs(
          by: moment.state.latentWeights?.parts ?? LatentParts(), in: moment.state.stage.laboratory)
      else { return }
      var canvas = DotCanvas(size: moment.space.room.size, dots: surface.glyphs.dots)
      let outlines = discs.flatMap { disc in
        // What lies inside of another disc is no part of the outline.
        outline(of: disc).filter { place in !discs.contains { $0 != disc && $0.contains(place) } }
      }
      moment.space.projection(dots: canvas.dots.perCell).plot(
        outlines, every: 1, on: &canvas, inks: .one(.cursor))
      canvas.draw(onto: &surface, in: moment.space.room)
    },
    caption: { state, _ in
      switch state.latentStage?.process.settings.region {
      case nil: []
      case .subject(let word): ["region of \(word)"]
      case .painted: ["painted region"]
      }
    })

  private static let pieces = 96

  private static func outline(of disc: LatentRegion.Disc) -> [Point] {
    (0..<pieces).map { piece in
      let angle = 2 * Double.pi * Double(piece) / Double(pieces)
      return disc.centre + disc.radius * Point(cos(angle), sin(angle))
    }
  }
}
