import Diffusion
import Foundation
import TextScreen

/// The bound on the negative log likelihood in its parts, beside the exact value, and where along the
/// schedule it weighs the network's errors, beside the simple loss.
enum BoundPanel {
  /// The rows it needs, its frame included: the numbers and a curve.
  static let rows = 14

  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    let study = state.studies.variationalBound
    let inner = PanelFrame.draw(
      .bound, trailing: variants(study), of: state, on: &surface, in: rect)
    surface.clipped(to: inner) { surface in
      var room = inner
      guard let study else {
        PanelFrame.drawEmpty(
          [
            .label("how many nats every step costs"),
            .label("press ") + .key("$") + .label(" to work it out"),
          ], on: &surface, in: room)
        return
      }
      let heading = StudySize.heading(
        names(study), sizes: [],
        progress: state.studies.isPending(.variationalBound) ? study.progress : nil, key: "$",
        width: room.width, glyphs: surface.glyphs)
      let head = room.takeTop(1)
      surface.write(heading.name, in: head)
      surface.write(heading.rest, in: head, align: .right)
      for line in numbers(study, width: room.width, surface.glyphs) {
        surface.write(line, in: room.takeTop(1))
      }
      if room.height >= 2 * least {
        drawTerms(study, state, on: &surface, in: room.takeTop(room.height / 2))
      }
      drawWeights(study, state, on: &surface, in: room)
    }
  }

  /// The fewest rows of a curve.
  private static let least = 5

  private static func variants(_ study: BoundStudy?) -> [String] {
    guard let study else { return ["nats"] }
    let variance = study.variance.rawValue
    return ["variance \(variance), T \(study.timesteps)", "variance \(variance)", variance]
  }

  private static func names(_ study: BoundStudy) -> [StyledText] {
    let model = study.trainingSteps.map { "network, step \(Text.count($0))" } ?? "exact model"
    return [.label("bound of the \(model)"), .label("the \(model)"), .label("bound")]
  }

  /// The parts in nats, what they add up to, and that of the data itself.
  private static func numbers(
    _ study: BoundStudy, width: Int, _ glyphs: Glyphs
  ) -> [StyledText] {
    guard let bound = study.bound else {
      let known = "\(study.terms.count)"
      return [.label("terms ") + known + .label(" of \(study.timesteps) levels")]
    }
    let decimals = width >= wide ? 4 : 3
    func nats(_ value: Double, _ ink: Ink = .plain) -> StyledText {
      // A bound may be of any size: one step that is nearly without noise costs a million nats.
      let text =
        abs(value) < 1000
        ? Text.fixed(value, decimals: decimals, width: decimals + 3) : Text.short(value)
      return StyledText(text, Style(ink))
    }
    let steps = bound.terms.reduce(0) { $0 + $1.value }
    let total = bound.total.value + study.unit
    let exact = study.entropy?.value ?? .nan
    let error = bound.total.error
    let chance =
      error > 0 ? StyledText.label(" \(glyphs.plusMinus)") + Text.short(error) : StyledText()
    func named(_ name: String, _ value: StyledText) -> StyledText {
      StyledText.label(name + " ") + value
    }
    let isWide = width >= wide
    let parts = StyledText.lines(
      of: [
        named("L_T", nats(bound.prior.value)), named("steps", nats(steps)),
        named("L_0", nats(bound.reconstruction.value + study.unit)),
      ], gap: " ", within: width, glyphs: glyphs)
    let sum = named("nll at most", nats(total, .accent)) + chance
    let bits = "  \(Text.short(total / (2 * log(2)))) bits/dim"
    let gap = StyledText(Text.short(total - exact))
    return parts + [
      sum + StyledText.label(isWide ? " nats" : ""),
      named("exact", nats(exact)) + named(" gap", gap) + StyledText.label(isWide ? bits : ""),
    ]
  }

  private static let wide = 40
}

extension BoundPanel {
  /// The place of a level on the schedule's axis.
  private static func time(_ t: Int, of study: BoundStudy) -> Double {
    Double(t) / Double(study.timesteps)
  }

  /// A logarithmic axis around some values, those above 0, over at most six powers of ten.
  private struct Axis {
    let bottom: Double
    let top: Double

    init?(_ values: [Double]) {
      let known = values.filter { $0 > 0 && $0.isFinite }
      guard let low = known.min(), let high = known.max() else { return nil }
      top = RoundNumber.above(high)
      bottom = min(max(RoundNumber.below(low), top * 1e-6), top / 2)
    }

    func height(_ value: Double) -> Double {
      value > 0 ? log(max(value, bottom) / bottom) / log(top / bottom) : 0
    }
  }

  private static func places(
    _ values: [Double], from first: Int, of study: BoundStudy, on axis: Axis
  ) -> [Point] {
    values.enumerated().map { index, value in
      Point(time(first + index, of: study), value.isFinite ? axis.height(value) : .nan)
    }
  }

  /// What every step costs.
  private static func drawTerms(
    _ study: BoundStudy, _ state: AppState, on surface: inout Surface, in rect: Rect
  ) {
    guard rect.height >= 3, let axis = Axis(study.steps) else { return }
    let plot = PlotArea(in: rect)
    frame(plot, axis, state, on: &surface)
    plot.draw(
      through: places(study.steps, from: 2, of: study, on: axis),
      dots: state.dots(of: surface.glyphs), ink: .accent, on: &surface)
    plot.drawBetween(
      StyledText("L_t", .accent) + .label(" in nats"), near: plot.foot.x + plot.foot.width / 2,
      left: "data", right: "noise", on: &surface)
  }

  /// What the bound and the simple loss weigh the squared error of the noise with, each in times of its
  /// mean.
  private static func drawWeights(
    _ study: BoundStudy, _ state: AppState, on surface: inout Surface, in rect: Rect
  ) {
    let weights = study.relativeWeights
    guard rect.height >= 3, let axis = Axis(weights + [1]) else { return }
    let plot = PlotArea(in: rect)
    frame(plot, axis, state, on: &surface)
    let simple = [Point(0, axis.height(1)), Point(1, axis.height(1))]
    plot.draw(
      [
        PlotArea.Line(places: simple, ink: .forward, isDotted: true),
        PlotArea.Line(places: places(weights, from: 1, of: study, on: axis), ink: .curve),
      ], dots: state.dots(of: surface.glyphs), on: &surface)
    let words: [StyledText] = [
      .label("weight: ") + StyledText("bound", .curve) + .label(", ")
        + StyledText("simple", Style(.forward)),
      StyledText("bound", .curve) + .label("/") + StyledText("simple", Style(.forward)),
    ]
    let room = plot.foot.width - "data noise".count - 2
    let text = StyledText.first(of: words, within: room, glyphs: surface.glyphs) ?? words[1]
    plot.drawBetween(
      text, near: plot.foot.x + plot.foot.width / 2, left: "data", right: "noise", on: &surface)
  }

  /// The ends of both axes, and the moment on the screen.
  private static func frame(
    _ plot: PlotArea, _ axis: Axis, _ state: AppState, on surface: inout Surface
  ) {
    plot.drawEnds(top: axis.top, bottom: axis.bottom, on: &surface)
    plot.drawEnds(left: "data", right: "noise", on: &surface)
    let now = plot.cell(of: Point(state.frame.time, 0)).column
    for row in plot.area.rows {
      surface[now, row] = Cell(surface.glyphs.dottedVertical, Style(.cursor))
    }
  }
}

extension Panel {
  /// The bound by terms, while there is one.
  static let bound = Panel(
    id: "bound", title: "bound", words: BoundPanel.words,
    stand: .sometimes { $0.studies.variationalBound != nil },
    height: Height(low: 8, tall: BoundPanel.rows),
    absence: { $0.noVariationalBound }, draw: BoundPanel.draw)
}
