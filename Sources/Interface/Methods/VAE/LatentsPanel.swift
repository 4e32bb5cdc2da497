import Diffusion
import TextScreen

/// The latents of real data beside the normal prior, and the bound in its two parts.
enum LatentsPanel {
  /// The row of the slider, for the mouse.
  static func sliderRow(in rect: Rect) -> Rect {
    var inner = PanelFrame.content(of: rect)
    return inner.takeTop(1)
  }

  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard let stage = state.stage.method as? VAEStage else { return }
    let settings = stage.process.settings
    let insight = LatentInsight(of: state)
    let inner = PanelFrame.draw(
      .latents,
      trailing: variants(of: settings, state.judged(insight?.codes.count), surface.glyphs),
      of: state, on: &surface, in: rect)
    surface.clipped(to: inner) { surface in
      VAEBeta.slider.draw(
        settings.beta, Text.short(settings.beta), isHeld: state.drag == .slider(.latents),
        on: &surface, in: sliderRow(in: rect))
      var room = inner
      _ = room.takeTop(1)
      guard let insight else {
        PanelFrame.drawEmpty(
          [
            .label("neither network has been trained"),
            .label("press ") + .key("t") + .label(" to train both"),
          ], on: &surface, in: room)
        return
      }
      let bars = BoundBars(insight.bound, entropy: stage.draws.entropy)
      bars.draw(on: &surface, in: room.takeTop(min(room.height, BoundBars.height)))
      let plot = LatentPlot(insight, labels: stage.draws.labels)
      let isBeside = plot.isPlane && room.height < tall && room.width >= wide
      if isBeside { plot.draw(on: &surface, in: room.takeLeft(room.width - formulaWidth - 1)) }
      _ = room.takeLeft(isBeside ? 1 : 0)
      for number in 0..<settings.latents {
        let lines = divergence(of: number, insight, surface.glyphs, room, isBroken: isBeside)
        for line in lines { surface.write(line, in: room.takeTop(1)) }
      }
      if !isBeside { plot.draw(on: &surface, in: room) }
    }
  }

  /// From so many rows on the plot stands below the formulas, and from so many columns on it may stand
  /// beside them.
  private static let tall = 12
  private static let wide = 40
  private static let formulaWidth = 29

  /// - Parameter judged: on what the figures are.
  private static func variants(
    of settings: VAESettings, _ judged: String?, _ glyphs: Glyphs
  ) -> [String] {
    let numbers = settings.latents == 1 ? "1 number" : "2 numbers"
    let plain = ["real data encoded, \(numbers)", numbers]
    guard let judged else { return plain }
    return plain.map { $0 + glyphs.separator + judged } + [judged]
  }

  /// The closed form of the divergence of a latent number, with its numbers.
  ///
  /// - Parameter isBroken: whether the numbers stand in a line of their own.
  private static func divergence(
    of number: Int, _ insight: LatentInsight, _ glyphs: Glyphs, _ room: Rect, isBroken: Bool
  ) -> [StyledText] {
    let nats = Text.fixed(insight.bound.klPerDimension[number].value, decimals: 3, width: 5)
    let name = StyledText.label("z\(number + 1) kl ") + nats
    if insight.bound.collapsed.contains(number) {
      return [
        name.followed(
          by: StyledText("  collapsed: tells nothing", .warning),
          StyledText("  collapsed", .warning), within: room.width, glyphs: glyphs)
      ]
    }
    let parts = insight.parts(of: number)
    let (square, variance, logarithm) = (
      Text.fixed(parts.square, width: 4), Text.fixed(parts.variance, width: 4),
      Text.fixed(-parts.logarithm, width: 4)
    )
    let sum = "(\(square) + \(variance) \(glyphs.minus) 1 + \(logarithm))/2"
    let law =
      " = (\(glyphs.unicodeText ? "m²" : "m^2") + v \(glyphs.minus) 1 \(glyphs.minus) ln v)/2"
    if isBroken { return [name + .label(" nats"), .label("= \(sum)")] }
    let formulas = ["\(law) = \(sum)", " = \(sum)", ""]
    let taken = name.columns(in: glyphs)
    let formula = formulas.first { taken + glyphs.columns(of: $0) <= room.width } ?? ""
    return [name + .label(formula)]
  }
}

/// The two parts of the bound as bars, and beside it what the true density has.
struct BoundBars {
  static let height = 3
  private static let wide = 38
  private let bound: EvidenceBound
  private let entropy: EvidenceBound.Figure
  /// The nats of a whole bar.
  private let whole: Double

  init(_ bound: EvidenceBound, entropy: EvidenceBound.Figure) {
    self.bound = bound
    self.entropy = entropy
    whole = max(1, abs(bound.reconstruction.value), bound.kl.value)
  }

  func draw(on surface: inout Surface, in rect: Rect) {
    var room = rect
    for (name, nats, ink) in [
      ("rec", bound.reconstruction.value, Ink.accent), ("kl", bound.kl.value, .ghost),
    ] {
      NatsBar(name: name, nats: nats, whole: whole, ink: ink)
        .draw(on: &surface, in: room.takeTop(1))
    }
    let sum = rect.width >= Self.wide ? " = rec \(surface.glyphs.minus) kl " : ""
    surface.write(
      .label("elbo") + StyledText(Text.fixed(bound.elbo.value, decimals: 3, width: 8), .title)
        + .label("\(sum)  \(entropy.error > 0 ? "about" : "exact") ")
        + Text.fixed(-entropy.value, decimals: entropy.error > 0 ? 2 : 3, width: 6),
      in: room.takeTop(1))
  }
}

extension Panel {
  /// The latents and the bound, in the schedule's place where points are encoded.
  static let latents = Panel(
    id: "latents", title: "latents", words: LatentsPanel.words, stand: .leading,
    absence: { $0.absenceOfLatents }, draw: LatentsPanel.draw,
    press: { $0.takeBeta($1, $2) }, slide: { $0.slideBeta($1, $2) })
}

extension AppState {
  fileprivate var absenceOfLatents: String? {
    let leading = stage.method.leading.panel
    return leading == .latents
      ? nil
      : "points are encoded by the method vae; in the place of latents here is panel \(leading.id)"
  }

  /// Takes hold of the slider of beta where the mouse is on its row.
  fileprivate mutating func takeBeta(_ mouse: Mouse, _ layout: ScreenLayout) -> [Effect] {
    guard let rect = layout.rect(of: .latents) else { return [] }
    return take(LatentsPanel.sliderRow(in: rect), of: .latents, mouse, layout)
  }

  /// Moves beta to where the mouse is.
  fileprivate mutating func slideBeta(_ mouse: Mouse, _ layout: ScreenLayout) -> [Effect] {
    guard let rect = layout.rect(of: .latents), experiment.autoEncoder != nil else { return [] }
    let (slider, row) = (VAEBeta.slider, LatentsPanel.sliderRow(in: rect))
    var changed = experiment
    changed.autoEncoder?.beta = slider.value(atColumn: mouse.column, on: slider.ruler(in: row))
    return edit(changed, gesture: "beta")
  }
}
