import Diffusion
import TextScreen

/// The priors of the labels as handles on the plane: the sign of the class where its prior is, to be
/// dragged.
enum PriorHandles {
  static func draw(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    let labels = state.stage.laboratory.mixture.labels
    for (index, prior) in state.experiment.labelPriors.enumerated() {
      guard let cell = space.cell(of: prior.mean), let label = labels.firstIndex(of: prior.label)
      else { continue }
      let isInHand = index == state.priorInHand
      let glyph =
        isInHand ? surface.glyphs.heldKnob : surface.glyphs.marker(ofLabel: label)
      surface.mark(
        glyph, isInHand ? .cursor : .label(label), isInHand ? .bold : [.bold, .underline],
        column: cell.column, row: cell.row)
    }
  }

  /// The prior in hand, in words.
  static func caption(_ state: AppState) -> String? {
    guard let index = state.priorInHand, state.experiment.labelPriors.indices.contains(index) else {
      return nil
    }
    let prior = state.experiment.labelPriors[index]
    return "prior of \(prior.label) \(Text.place(prior.mean))"
      + " std \(Text.short(prior.deviation))"
  }
}

extension PlaneLayer {
  static let priorHandles = PlaneLayer(
    id: "prior-handles", depth: .handle, rank: .hand,
    draw: { PriorHandles.draw($0.state, on: &$1, space: $0.space) },
    caption: { state, _ in PriorHandles.caption(state).map { [$0] } ?? [] })
}
