import Diffusion
import Foundation
import TextScreen

/// How real the discriminator takes data and samples for.
enum DiscriminatorPanel {
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard let stage = state.stage.method as? GANStage else { return }
    let stabilizer = stage.process.settings.stabilizer
    let insight = DiscriminatorInsight(of: state)
    let inner = PanelFrame.draw(
      .discriminator, setting: ("stabilizer \(stabilizer.id)", stabilizer.id),
      judged: insight?.data.count, of: state, on: &surface, in: rect)
    surface.clipped(to: inner) { surface in
      var room = inner
      guard let insight else {
        PanelFrame.drawEmpty(
          [
            .label("neither network has been trained"),
            .label("press ") + .key("t") + .label(" to train both"),
          ], on: &surface, in: room)
        return
      }
      bar("data", insight.meanOfData, on: &surface, in: room.takeTop(1))
      bar("samples", insight.meanOfSamples, on: &surface, in: room.takeTop(1))
      surface.write(
        .label("loss    ") + Text.fixed(insight.loss, decimals: 3, width: 6)
          + .label("  blind ") + Text.fixed(log(2), decimals: 3, width: 5),
        in: room.takeTop(1))
      histogram(of: insight, on: &surface, in: room)
    }
  }

  /// The mean of D as a bar, with a mark at 1/2.
  private static func bar(
    _ name: String, _ share: Double, on surface: inout Surface, in row: Rect
  ) {
    var rest = row
    surface.write(
      .label(name + String(repeating: " ", count: max(1, 8 - name.count)))
        + Text.fixed(share, decimals: 3, width: 6), in: rest.takeLeft(15))
    guard rest.width > 2 else { return }
    var eighths = Int((min(max(share, 0), 1) * Double(8 * rest.width)).rounded())
    for column in rest.x..<rest.maxX where eighths > 0 {
      surface[column, rest.y] = Cell(
        surface.glyphs.leftBlock(eighths: min(8, eighths)), Style(.accent))
      eighths -= 8
    }
    surface[rest.x + rest.width / 2, rest.y] = Cell(surface.glyphs.box.vertical, .dim)
  }

  /// D over data as a line, over samples as blocks: they lie on each other where nothing is to be told
  /// apart.
  private static func histogram(
    of insight: DiscriminatorInsight, on surface: inout Surface, in room: Rect
  ) {
    let plot = PlotArea(in: room)
    let columns = plot.area.width
    guard columns > 1, plot.area.height > 1 else { return }
    plot.drawEnds(left: "0", right: "1", on: &surface)
    let shares = [insight.samples, insight.data].map { self.shares($0, in: columns) }
    let top = max(shares.joined().max() ?? 0, .leastNormalMagnitude)
    for (column, share) in shares[0].enumerated() {
      var eighths = Int((share / top * Double(8 * plot.area.height)).rounded())
      for row in plot.area.rows.reversed() where eighths > 0 {
        surface[plot.area.x + column, row] = Cell(
          surface.glyphs.lowerBlock(eighths: min(8, eighths)), Style(.accent))
        eighths -= 8
      }
    }
    let line = plot.places(
      { share in Place(share, shares[1][min(columns - 1, Int(share * Double(columns)))] / top) },
      dots: surface.glyphs.dots)
    plot.draw(through: line, dots: surface.glyphs.dots, ink: .curve, on: &surface)
    plot.drawBetween(
      .label("D of samples; line: of data"), near: plot.area.x + columns / 2, left: "0", right: "1",
      on: &surface)
  }

  /// What share of values from 0 to 1 falls into each of so many columns.
  private static func shares(_ values: [Double], in columns: Int) -> [Double] {
    var counts = [Double](repeating: 0, count: columns)
    for value in values {
      counts[min(columns - 1, Int(value * Double(columns)))] += 1 / Double(values.count)
    }
    return counts
  }

  static let words: [PanelWord] = [
    PanelWord("data", "the mean of D over real points: how real the discriminator takes them for"),
    PanelWord("samples", "the mean of D over the generator's samples; 1/2, the mark, is the end"),
    PanelWord("loss", "what the discriminator loses, its cross-entropy in nats"),
    PanelWord("blind", "ln 2, the loss of a discriminator that cannot tell samples from data"),
    PanelWord(
      "D of samples",
      "the histogram of D over samples, and as a line over data: the same at the end"),
  ]
}

extension Panel {
  /// The discriminator, in the schedule's place where it judges.
  static let discriminator = Panel(
    id: "discriminator", title: "discriminator", words: DiscriminatorPanel.words, stand: .leading,
    absence: { state in
      let leading = state.stage.method.leading.panel
      return leading.id == "discriminator"
        ? nil
        : "a discriminator judges samples of the method gan; in its place here is panel"
          + " \(leading.id)"
    }, draw: DiscriminatorPanel.draw)
}
