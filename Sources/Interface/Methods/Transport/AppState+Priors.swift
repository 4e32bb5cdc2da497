import Diffusion
import Foundation

/// The priors of labels in hand: chosen, moved, made wider or narrower.
extension AppState {
  mutating func updatePriors(_ action: PriorAction) -> [Effect] {
    switch action {
    case .reflow:
      return askForReflow()
    case .reflowed(let trainer, let reflow):
      guard let trainer, reflow.side == side else { return [] }
      return take(trainer, of: reflow)
    case .selectPrior, .movePrior, .widenPrior, .placePrior:
      if let reason = noPriors {
        say(reason)
        return []
      }
      return updatePriorInHand(action)
    }
  }

  private mutating func updatePriorInHand(_ action: PriorAction) -> [Effect] {
    let priors = experiment.labelPriors
    switch action {
    case .selectPrior(let offset):
      focus = .retention
      self.priors.selected =
        (self.priors.selected + offset % priors.count + priors.count) % priors.count
      return []
    case .movePrior(let across, let up):
      let step = Self.stride * stage.laboratory.mixture.spread
      return change(self.priors.selected, gesture: "nudge prior \(self.priors.selected)") {
        $0.mean += Point(step * Double(across), step * Double(up))
      }
    case .widenPrior(let times):
      return change(self.priors.selected, gesture: "widen prior \(self.priors.selected)") {
        $0.deviation = min(max($0.deviation * pow(1.1, Double(times)), 1e-3), 1e3)
      }
    case .placePrior(let placed):
      guard let index = priors.firstIndex(where: { $0.label == placed.label }) else { return [] }
      self.priors.selected = index
      return change(index, gesture: nil) { $0 = placed }
    case .reflow, .reflowed:
      return []
    }
  }

  /// A nudge, as a share of the data's size.
  private static let stride = 0.05

  /// Changes the prior of one label; a drag is one entry of the undo history.
  mutating func change(
    _ index: Int, gesture: String?, _ change: (inout LabelPrior) -> Void
  ) -> [Effect] {
    var changed = experiment
    changed.changePrior(index, change)
    return edit(changed, gesture: gesture)
  }

  /// Why no prior can be moved; nil where one can.
  var noPriors: String? {
    if !experiment.labelPriors.isEmpty { return nil }
    return isTransport
      ? "this prior is not made of labels; O gives every label its own"
      : "there is the standard prior alone; O gives every label its own"
  }

  /// The prior in hand: held by the mouse, or chosen by a key while the panel has the focus.
  var priorInHand: Int? {
    if case .prior(let index, _, _) = drag { return index }
    return focus == .retention && !experiment.labelPriors.isEmpty ? self.priors.selected : nil
  }

  /// The prior whose handle is nearest to a cell of the plane, at most two columns and one row away.
  func prior(atColumn column: Int, row: Int, in layout: ScreenLayout) -> Int? {
    let space = PlaneSpace(self, room: layout.plane.inset(by: 1))
    let near = experiment.labelPriors.enumerated().compactMap {
      index, prior -> (index: Int, distance: Int)? in
      guard let cell = space.cell(of: prior.mean) else { return nil }
      let (across, down) = (abs(cell.column - column), abs(cell.row - row))
      return across <= 2 && down <= 1 ? (index, across + 2 * down) : nil
    }
    return near.min { $0.distance < $1.distance }?.index
  }
}
