import Diffusion
import TextScreen

/// The plane of denoising diffusion GANs: as that of a diffusion, with where the jump of a particle may
/// lead.
struct DiffusionGANPlane: NoisingPlane {
  var layers: [PlaneLayer] { [.drawnJump] }
  var trail: PlaneTrails.Length { PlaneTrails.Length(bright: 4, whole: 4) }

  /// A generator draws points, and has no score.
  func denoiser(_ state: AppState) -> (any Denoiser)? { nil }

  /// Of where the jump of the particle leads.
  func verdict(_ state: AppState) -> (@Sendable ([Point]) -> [Double])? {
    guard let networks = state.jumpNetworks, let jump = state.jumpFromHere,
      let point = state.frame.reading?.point
    else { return nil }
    return { networks.verdicts(at: $0, from: point, ofJump: jump.index, in: jump.ladder) }
  }

  func stepPosterior(_ state: AppState) -> GaussianMixture? {
    (state.frame.reading as? DrawnJump)?.exact
  }
}

extension PlaneLayer {
  /// Where the jump of the particle that is looked into may lead: the exact posterior in lines, the
  /// Gaussian that DDPM takes in its place, and draws of the generator.
  static let drawnJump = PlaneLayer(
    id: "drawn-jump", depth: .line, rank: .course,
    isThere: { ($0.frame.reading as? DrawnJump)?.exact != nil && $0.view.field != .off },
    draw: { moment, surface in
      guard let jump = moment.state.frame.reading as? DrawnJump else { return }
      DrawnJumpMarks.draw(jump, moment.state, on: &surface, space: moment.space)
    },
    legend: .row { state, glyphs in
      (state.frame.reading as? DrawnJump).map { DrawnJumpMarks.legend($0, glyphs) } ?? []
    })
}

/// The marks of such a jump.
enum DrawnJumpMarks {
  private static let gaussianInk = Ink.warning

  static func draw(
    _ jump: DrawnJump, _ state: AppState, on surface: inout Surface, space: PlaneSpace
  ) {
    if let exact = jump.exact {
      MixtureOutline.draw(exact, inks: PosteriorLobes.stepInks, on: &surface, space: space)
    }
    let glyphs = surface.glyphs
    if let gaussian = jump.gaussian {
      // A step to the data adds no noise: its Gaussian is a point, which the mark alone shows.
      if gaussian.covariance.xx > 0 {
        MixtureOutline.drawEllipse(of: gaussian, ink: gaussianInk, on: &surface, space: space)
      }
      put(glyphs.knob, gaussianInk, at: gaussian.mean, on: &surface, space: space)
    }
    for draw in jump.draws.prefix(DrawnJump.shown) {
      put(glyphs.cross, .cursor, at: draw, on: &surface, space: space)
    }
    put(glyphs.ring, .accent, at: jump.point, on: &surface, space: space)
  }

  private static func put(
    _ glyph: Unicode.Scalar, _ ink: Ink, at place: Point, on surface: inout Surface,
    space: PlaneSpace
  ) {
    guard let cell = space.cell(of: place) else { return }
    surface.mark(glyph, ink, .bold, column: cell.column, row: cell.row)
  }

  static func legend(_ jump: DrawnJump, _ glyphs: Glyphs) -> [StyledText] {
    func entry(_ glyph: Unicode.Scalar, _ ink: Ink, _ words: String) -> StyledText {
      StyledText("\(glyph) ", Style(ink, on: .plain, .bold)) + .label(words)
    }
    return [
      entry(glyphs.ring, .accent, glyphs.noisy),
      LayerLegends.stroke(PosteriorLobes.stepInks[0], glyphs) + .label("exact"),
      entry(glyphs.knob, gaussianInk, "DDPM"),
      entry(glyphs.cross, .cursor, jump.isLearned ? "generator" : "draws"),
    ]
  }
}
