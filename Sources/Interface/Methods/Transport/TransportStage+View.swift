import Diffusion
import TextScreen

extension TransportStage {
  var followsClasses: Bool { true }
  var movesWhatIsLearned: Bool { true }

  var leading: (panel: Panel, words: String) {
    (.retention, "with another prior the labels kept are")
  }

  var noWays: String? { "the pairs of a transport have one path each" }
  var noCurves: String? { "the path of a transport has one curve" }

  var inHand: String { "prior" }

  /// The priors of the labels.
  func takingInHand(offset: Int, in state: AppState) -> Action? {
    .priors(.selectPrior(offset: offset))
  }

  /// The path: its name, then the share of the clean point and that of the deviation.
  func figures(of state: AppState, _ glyphs: Glyphs) -> [HeaderFigure] {
    let level = state.frame.level
    let name = TransportPath(state.experiment.schedule.kind)?.rawValue ?? ""
    let shares =
      "\(glyphs.alpha) \(Text.fixed(level.alpha, decimals: 2, width: 4))"
      + "  \(glyphs.sigma) \(Text.fixed(level.sigma, decimals: 2, width: 4))"
    return [HeaderFigure(text: name, rank: 7), HeaderFigure(text: shares, rank: 6)]
  }

  func wayInUse(_ state: AppState) -> String? {
    state.experiment.arrangement(in: state.stage.laboratory.mixture).map { "set prior \($0.id)" }
  }

  /// Another prior, and what has become of the labels of its points.
  func sentence(_ state: AppState) -> String? {
    let words = state.experiment.transportWords(in: state.stage.laboratory.mixture)
    let kept = state.frame.retention.map {
      "; \(Text.percent($0.share)) % of the points are where their class is likeliest,"
        + " chance has \(Text.percent(state.chanceOfLabel)) %"
    }
    return "From another prior: \(words.joined(separator: ", "))\(kept ?? "")."
  }
}
