import Diffusion
import TextScreen

/// A hierarchical variational auto-encoder on the stage: noise is added level by level, as a fixed encoder
/// does, and a decoder comes down the levels.
struct HierarchicalVAEStage: NoisingStage {
  typealias Run = HierarchicalVAEModel

  let process: HierarchicalVAEProcess
  let noising: DiffusionStage
}

extension HierarchicalVAEStage {
  private var levels: String {
    process.ladder.count == 1 ? "1 level" : "\(process.ladder.count) levels"
  }

  func figures(of state: AppState, _ glyphs: Glyphs) -> [HeaderFigure] {
    noising.figures(of: state, glyphs)
      + [HeaderFigure(text: "\(levels), encoder \(process.settings.encoder.rawValue)", rank: 5)]
  }

  func wayInUse(_ state: AppState) -> String? { "set encoder \(process.settings.encoder.rawValue)" }

  /// A fixed encoder makes a diffusion of it, whose bound is known by terms.
  var noBound: String? {
    process.settings.encoder == .fixed
      ? nil
      : "behind an encoder that is learned there is no diffusion; the panel levels has the bound, and"
        + " 'set encoder fixed' makes it one"
  }

  func runSentence(_ state: AppState) -> String {
    "Schedule \(state.experiment.schedule.kind.title); noise becomes data down \(levels) of latents, each"
      + " decoded of the one above, behind "
      + (process.settings.encoder == .fixed
        ? "a fixed encoder: a diffusion." : "an encoder that is learned.")
  }

  func runWords(of measurement: QualityMeasurement) -> (short: String, title: String) {
    (levels, levels)
  }

  func sentence(_ state: AppState) -> String? {
    guard let insight = HierarchyInsight(of: state) else { return nil }
    return "The bound on the log likelihood is \(Text.short(insight.elbo)) nats: reconstruction"
      + " \(Text.short(insight.reconstruction)) less \(Text.short(insight.kl)) of divergence in \(levels)."
  }
}

extension Experiment {
  /// What is said of levels of latents; nil where the method is another.
  var hierarchy: HierarchicalVAESettings? {
    get { self[of: HierarchicalVAESettings.self] }
    set { self[of: HierarchicalVAESettings.self] = newValue }
  }
}
