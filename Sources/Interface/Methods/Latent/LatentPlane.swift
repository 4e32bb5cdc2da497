import Diffusion
import TextScreen

/// The plane of latents: the first two numbers of each.
struct LatentPlane: MethodPlane {
  let layers: [PlaneLayer] = [
    .decodedPlaces, .encodedPictures, .askedRegion, .regionBrush, .placeUnderCross,
  ]
  let trail = PlaneTrails.Length(bright: 0.35, whole: 0.9)

  func ground(_ state: AppState) -> String? {
    state.latentWeights?.parts.autoencoder == nil ? nil : "what the decoder makes of every place"
  }

  /// The first samples as they are expected to become from there, at the foot of the moment.
  func drawMoment(_ film: FilmFrame, _ state: AppState, on surface: inout Surface, in room: Rect) {
    guard film.direction == .reverse, let stage = state.latentStage,
      let all = (state.stage.model as? LatentModel)?.film?.pictures(after: film.step),
      let first = all.first
    else { return }
    let shape = stage.process.settings.pictures.shape
    let size = PictureTiles.size(of: shape)
    guard room.height >= size.rows + 2, room.width >= size.columns else { return }
    var rest = room
    var foot = rest.takeBottom(size.rows)
    // In a low moment one picture in the corner leaves the cloud to be seen.
    let pictures = rest.height > 2 * size.rows ? all : [first]
    if pictures.count == 1 { foot = foot.takeRight(size.columns) }
    PictureTiles.draw(pictures, shape, on: &surface, in: foot)
  }

  /// Latents are of mean 0 and unit spread, as the pictures in their principal plane.
  func world(of laboratory: Laboratory) -> PlaneFit.World {
    PlaneFit.World(
      of: laboratory.mixture, and: WorldBox(around: .zero, reach: Self.reach), noise: .standard)
  }

  /// How far from their mean latents of digits lie.
  private static let reach = 3.2

  func pulls(at places: [Point], _ marginal: Marginal?, _ state: AppState) -> [Point] {
    places.map { _ in .zero }
  }

  func unitOfPulls(_ state: AppState, _ glyphs: Glyphs) -> String { "none" }

  func error(_ marginal: Marginal, _ state: AppState) -> (@Sendable ([Point]) -> [Double])? { nil }
  func fieldWithoutCurl(_ state: AppState) -> CurlMap.Field? { nil }
  func cleanPosterior(_ state: AppState) -> GaussianMixture? { nil }
}

extension PlaneLayer {
  /// Real pictures where the encoder puts them, by what they show.
  static let encodedPictures = PlaneLayer(
    id: "encoded-pictures", depth: .course,
    isThere: { $0.latentWeights?.parts.autoencoder != nil },
    draw: { moment, surface in
      guard let autoencoder = moment.state.latentWeights?.parts.autoencoder,
        let pictures = moment.state.latentStage?.pictures
      else { return }
      let latents = autoencoder.latents(of: pictures.map(\.pixels))
      var canvas = DotCanvas(size: moment.space.room.size, dots: surface.glyphs.dots)
      moment.space.projection(dots: canvas.dots.perCell).plot(
        latents.map { Point(Double($0[0]), Double($0[1])) }, every: 1, on: &canvas,
        inks: .labels(pictures.map { $0.traits[0] }))
      canvas.drawClasses(onto: &surface, in: moment.space.room)
    },
    caption: { state, _ in
      state.latentWeights?.parts.autoencoder == nil ? [] : ["real pictures by what they show"]
    })

  /// What the decoder makes of places, the other numbers at their mean: the ground of this plane,
  /// whichever is chosen.
  static let decodedPlaces = PlaneLayer(
    id: "decoded-places", depth: .ground,
    isThere: { $0.view.ground != .off && $0.latentWeights?.parts.autoencoder != nil },
    draw: { moment, surface in
      guard let weights = moment.state.latentWeights, let stage = moment.state.latentStage else {
        return
      }
      let (room, shape) = (moment.space.room, stage.process.settings.pictures.shape)
      let size = PictureTiles.size(of: shape)
      var corners: [Rect] = []
      for y in stride(from: room.y, through: room.maxY - size.rows, by: size.rows + 1) {
        for x in stride(from: room.x, through: room.maxX - size.columns, by: size.columns + 2) {
          corners.append(Rect(x: x, y: y, width: size.columns, height: size.rows))
        }
      }
      let places = corners.map {
        moment.space.place(atColumn: $0.x + size.columns / 2, row: $0.y + size.rows / 2)
      }
      for (picture, corner) in zip(weights.pictures(at: places), corners) {
        PictureTiles.draw(picture, shape, isSolid: false, on: &surface, at: corner)
      }
    })
}
