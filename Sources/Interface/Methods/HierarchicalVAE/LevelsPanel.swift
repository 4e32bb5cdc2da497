import Diffusion
import TextScreen

/// The bound of a hierarchy of latents, and what every level of them costs.
enum LevelsPanel {
  /// The rows it needs, its frame included: the numbers and a bar for each of a few levels.
  static let rows = 10

  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard let stage = state.stage.method as? HierarchicalVAEStage else { return }
    let settings = stage.process.settings
    let insight = HierarchyInsight(of: state)
    let encoder = settings.encoder.rawValue
    let inner = PanelFrame.draw(
      .levels, setting: ("encoder \(encoder)", encoder), judged: insight?.count, of: state,
      on: &surface, in: rect)
    surface.clipped(to: inner) { surface in
      var room = inner
      guard let insight else {
        PanelFrame.drawEmpty(
          [
            .label("no decoder has been trained"),
            .label("press ") + .key("t") + .label(" to train one, ") + .key("m")
              + .label(" for the exact one"),
          ], on: &surface, in: room)
        return
      }
      for line in numbers(insight, surface.glyphs, isWide: room.width >= wide) {
        surface.write(line, in: room.takeTop(1))
      }
      if insight.levels.count <= room.height {
        drawBars(insight, on: &surface, in: room)
      } else {
        drawCurve(insight, state, on: &surface, in: room)
      }
    }
  }

  private static let wide = 38

  /// The bound, and what it is the sum of.
  private static func numbers(
    _ insight: HierarchyInsight, _ glyphs: Glyphs, isWide: Bool
  ) -> [StyledText] {
    func nats(_ value: Double, _ width: Int = 6) -> StyledText {
      StyledText(Text.fixed(value, decimals: 3, width: width))
    }
    let about = insight.isThinned ? "kl about" : "kl"
    return [
      .label("elbo ") + StyledText(Text.fixed(insight.elbo, decimals: 3, width: 7), .title)
        + .label(isWide ? " nats, " : " ")
        + .label(insight.isLearned ? "network" : "exact decoder"),
      .label("rec ") + nats(insight.reconstruction, 7) + .label(" \(about) ") + nats(insight.kl),
    ]
  }

  /// A bar for every level, the highest first.
  private static func drawBars(
    _ insight: HierarchyInsight, on surface: inout Surface, in rect: Rect
  ) {
    var room = rect
    let whole = max(insight.divergences.max() ?? 0, 0.5)
    for (level, nats) in zip(insight.levels, insight.divergences).reversed() {
      NatsBar(name: "z\(level)", nats: nats, whole: whole, ink: .ghost)
        .draw(on: &surface, in: room.takeTop(1))
    }
  }

  /// The levels along the schedule's axis.
  private static func drawCurve(
    _ insight: HierarchyInsight, _ state: AppState, on surface: inout Surface, in rect: Rect
  ) {
    guard rect.height >= 3, let last = insight.levels.last else { return }
    let plot = PlotArea(in: rect)
    let top = max(insight.divergences.max() ?? 0, 1e-6)
    plot.drawEnds(top: top, bottom: 0, on: &surface)
    plot.draw(
      through: zip(insight.levels, insight.divergences).map {
        Point(Double($0) / Double(last), max(0, $1 / top))
      }, dots: state.dots(of: surface.glyphs), ink: .accent, on: &surface)
    plot.drawEnds(left: "z1", right: "z\(last)", on: &surface)
    plot.drawBetween(
      .label("kl of each level"), near: plot.foot.x + plot.foot.width / 2, left: "z1",
      right: "z\(last)", on: &surface)
  }

  static let words: [PanelWord] = [
    PanelWord("elbo", "reconstruction less kl: a bound below the log likelihood of the data"),
    PanelWord(
      "rec", or: ["reconstruction"],
      "the mean of ln p(x | z1) over latents of the encoder, in nats: how well points come back"),
    PanelWord(
      "kl", or: ["kl about", "kl of each level"],
      "how far latents are from what the level above expects, in nats; about: from some of the levels"
    ),
    PanelWord(
      "z", or: ["z1", "z2", "z3", "z4"],
      "the latents of a level, 1 the nearest to the data; the highest is to be standard normal"),
    PanelWord(
      "encoder", or: ["fixed", "learned"],
      "who says which latents a point may be of: the noising of the schedule, or a network"),
    PanelWord(
      "network", or: ["exact decoder"],
      "whose bound it is: the network's, or that of the best decoder behind the fixed encoder"),
  ]
}

extension Panel {
  /// The bound level by level, where latents have levels.
  static let levels = Panel(
    id: "levels", title: "levels", words: LevelsPanel.words,
    stand: .sometimes { $0.experiment.hierarchy != nil },
    height: Height(low: 5, tall: LevelsPanel.rows),
    absence: { state in
      state.experiment.hierarchy == nil
        ? "only hierarchical-vae has levels of latents; 'preset hierarchical-vae' shows them" : nil
    }, draw: LevelsPanel.draw)
}
