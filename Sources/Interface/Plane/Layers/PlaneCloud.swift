import Diffusion
import TextScreen

/// The points, as dots coloured by how crowded their cell is or by class.
enum PlaneCloud {
  /// Above this share of full cells dots say less than a map of how many fell where.
  static let mostSaturation = 0.4

  /// - Parameter mayBeMap: whether a map may take the place of dots that run together.
  static func draw(
    _ marginal: Marginal?, _ state: AppState, mayBeMap: Bool = true, on surface: inout Surface,
    space: PlaneSpace
  ) {
    let thinning = thinning(state)
    let points = state.frame.points
    let dots = surface.glyphs.dots
    switch state.colour {
    case .density:
      let featureless = featurelessHits(state, space: space)
      let mayBeMap = mayBeMap && dots != .ascii && dots != .vector && state.view.ground == .off
      if mayBeMap && points.count > mostPointsAsDots {
        CrowdedCloud.draw(points, featureless: featureless, on: &surface, space: space)
        return
      }
      let canvas = plot(points, every: thinning, dots: dots, space: space)
      if mayBeMap && isCrowded(canvas) {
        CrowdedCloud.draw(points, featureless: featureless, on: &surface, space: space)
      } else {
        surface.overlay(
          canvas, in: space.room, inks: Crowd(canvas, featureless: featureless).inks)
      }
    case .decision:
      let times = CloudInks.shares(state.decisions?.times ?? [], unknown: .dim)
      let canvas = plot(points, every: thinning, inks: times, dots: dots, space: space)
      surface.overlay(canvas, in: space.room)
    case .label:
      let canvas = labelled(points, marginal, state, dots: dots, space: space)
      canvas.drawClasses(onto: &surface, in: space.room)
    }
  }

  /// The points by the class each belongs to; where particles belong to none, by the likeliest.
  private static func labelled(
    _ points: [Point], _ marginal: Marginal?, _ state: AppState, dots: Glyphs.Dots,
    space: PlaneSpace
  ) -> DotCanvas {
    let thinning = thinning(state)
    if let labels = state.stage.labels(state.frame.direction), labels.count >= points.count {
      return plot(points, every: thinning, inks: .labels(labels), dots: dots, space: space)
    }
    var canvas = plot(points, every: thinning, dots: dots, space: space)
    if let marginal {
      canvas.colourByPosterior(of: marginal.mixture, components: marginal.count, space: space)
    }
    return canvas
  }

  /// Every how many points one is drawn: all of them, unless a dense cloud would hide the density
  /// under it.
  static func thinning(_ state: AppState) -> Int {
    state.view.ground != .off ? max(1, state.frame.points.count / mostPointsOverHeat) : 1
  }

  private static let mostPointsOverHeat = 400
  /// Of more points dots could not be told apart on any screen.
  private static let mostPointsAsDots = 50_000

  private static func plot(
    _ points: [Point], every stride: Int, inks: CloudInks = .one(.plain), dots: Glyphs.Dots,
    space: PlaneSpace
  ) -> DotCanvas {
    var canvas = DotCanvas(size: space.room.size, dots: dots)
    space.projection(dots: dots.perCell).plot(points, every: stride, on: &canvas, inks: inks)
    return canvas
  }

  private static func isCrowded(_ canvas: DotCanvas) -> Bool {
    canvas.saturatedShare > mostSaturation
  }

  /// The hits of the fullest cell if the points were one Gaussian that fills the automatic
  /// extent: what a cloud without features looks like, whatever the numbers of points and cells.
  private static func featurelessHits(_ state: AppState, space: PlaneSpace) -> Double {
    let deviation = state.fit.deviation
    let cells = max(space.cellsPerSquareUnit, 1e-12)
    return Double(state.frame.points.count) / (2 * .pi * deviation * deviation * cells)
  }
}

extension PlaneLayer {
  static let cloud = PlaneLayer(
    id: "cloud", depth: .cloud, rank: .cloud,
    draw: { moment, surface in
      guard moment.showsDots(on: surface) else { return }
      PlaneCloud.draw(moment.marginal, moment.state, on: &surface, space: moment.space)
    },
    legend: .first(isThere: { $0.colour == .decision }) { state, _, surface, row in
      DecisionLegend.draw(state, on: &surface, in: row)
    },
    caption: { state, glyphs in
      let colour: String? =
        switch state.colour {
        case .density: nil
        case .label: state.words.labels.caption
        case .decision: "decision times"
        }
      let isHidden = state.view.ground != .off && !glyphs.haveGround
      let thinning = glyphs.haveGround ? PlaneCloud.thinning(state) : 1
      let phrases = [
        colour, isHidden ? "points hidden" : nil, thinning > 1 ? "1 in \(thinning) points" : nil,
      ]
      return phrases.compactMap(\.self)
    })
}
