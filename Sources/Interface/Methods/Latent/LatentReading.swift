import Diffusion
import TextScreen

/// A particle of a run of latents: where it is, and the picture of its place.
struct LatentReading: ParticleReading {
  let number: Int
  let point: Point
  /// The picture that the model expects it to become where it is one of the first, else that of its
  /// place, with the other numbers at their mean; nil before there is a decoder.
  let picture: [Float]?
  /// Whether that is of its place alone.
  let isOfPlace: Bool
  private let shape: PictureShape
  private let spread: Double

  init(_ particle: WatchedParticle, by model: LatentModel, in state: AppState) {
    number = particle.number
    point = particle.point
    shape = model.process.settings.pictures.shape
    spread = state.stage.laboratory.mixture.spread
    let isReverse = state.playback.direction == .reverse
    let pictures = isReverse ? model.film?.pictures(after: particle.step) ?? [] : []
    if pictures.indices.contains(number) {
      (picture, isOfPlace) = (pictures[number], false)
    } else {
      (picture, isOfPlace) = (model.own?.pictures(at: [particle.point]).first, true)
    }
  }

  func reach(spread: Double) -> Double { spread }
  func fits(in room: Rect) -> Bool { room.height >= PictureTiles.size(of: shape).rows + 1 }

  func draw(_ state: AppState, on surface: inout Surface, in room: Rect) {
    var rest = room
    surface.write(
      .label("at ") + Text.pair(point, scale: spread)
        + .label(isOfPlace ? "  picture of the place" : "  becomes"), in: rest.takeTop(1))
    guard let picture else {
      surface.write(.label("there is no decoder yet"), in: rest.takeTop(1))
      return
    }
    surface.clipped(to: rest) { surface in
      PictureTiles.draw(picture, shape, on: &surface, at: rest)
    }
  }

  func sentence(_ state: AppState) -> String {
    let place = Text.place(point)
    return picture == nil
      ? "Particle \(number) is at \(place); there is no decoder yet."
      : "Particle \(number) is at \(place), with the picture beside it."
  }
}

extension LatentWeights {
  /// The pictures of places of the plane, with the other numbers at their mean.
  func pictures(at places: [Point]) -> [[Float]] {
    guard let autoencoder = parts.autoencoder else { return [] }
    let rest = [Float](repeating: 0, count: autoencoder.latents - 2)
    return autoencoder.pictures(of: places.map { [Float($0.x), Float($0.y)] + rest })
  }
}
