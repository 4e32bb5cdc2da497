import Diffusion

/// What the levels in hand are worth at this moment, over a few points of the data: of the network that is
/// shown, or of the exact decoder.
struct HierarchyInsight: Sendable {
  /// In the data's own units.
  let reconstruction: Double
  /// The levels whose divergences were worked out, from 1, and these.
  let levels: [Int]
  let divergences: [Double]
  let kl: Double
  let elbo: Double
  /// Over how many points of the data these are means.
  let count: Int
  let isLearned: Bool
  /// Whether more levels stand between those.
  let isThinned: Bool

  /// How many latents are drawn with every frame, and for how many points at most.
  private static let budget = 2048
  private static let most = 256

  init?(of state: AppState) {
    guard let stage = state.stage.method as? HierarchicalVAEStage else { return nil }
    let networks = state.levelNetworks
    let isExact = state.experiment.model.kind == .exact
    if networks == nil && !isExact { return nil }
    let decoder: any LevelDecoder = (isExact ? nil : networks) ?? stage.process.exact.prompt
    let subject = HierarchyBound.Subject(decoder, of: stage.process)
    let unit = state.stage.laboratory.frame.logVolume
    isLearned = !isExact
    // The same numbers at every frame, so that nothing moves by chance.
    var stream = state.experiment.randomness.stream(.reference, step: -3)
    let chosen = subject.someLevels
    isThinned = chosen.count < stage.process.ladder.count
    let points = Array(
      stage.clean.prefix(max(8, min(Self.most, Self.budget / chosen.count))))
    if points.isEmpty { return nil }
    count = points.count
    let parts = subject.divergences(ofLevels: chosen, on: points, from: &stream)
    (levels, divergences) = (chosen, parts.levels)
    (reconstruction, kl) = (parts.reconstruction - unit, parts.kl)
    elbo = reconstruction - kl
  }
}
