import Diffusion
import TextScreen

/// A particle on its way by jumps that are drawn: what its next jump should lead to, and what is put in
/// the place of that.
struct DrawnJump: LinedReading {
  /// All that it depends on.
  struct Occasion: Equatable {
    let number: Int
    let point: Point
    let next: Point?
    let step: Int
    let level: NoiseLevel
    let run: Int
    let weights: [UInt64]?

    init(_ particle: WatchedParticle, by model: DiffusionGANModel, in state: AppState) {
      (number, point, next) = (particle.number, particle.point, particle.next)
      (step, level, run) = (particle.step, state.frame.level, state.stage.run)
      weights = model.own.map { [$0.seed, UInt64($0.steps)] }
    }
  }

  let occasion: Occasion
  var number: Int { occasion.number }
  var point: Point { occasion.point }
  /// Where the run takes it.
  var next: Point? { occasion.next }
  /// How many steps of the schedule the jump goes back.
  let jump: Int
  /// Where it should lead, `p(x_s | x_t)`; nil where no jump sets out from this level.
  let exact: GaussianMixture?
  /// The Gaussian that a step of DDPM draws from: around the mean of the clean points.
  let gaussian: (mean: Point, covariance: Covariance)?
  /// Draws of the model in use.
  let draws: [Point]
  /// Whether that is a network.
  let isLearned: Bool
  /// How far the draws and those of the Gaussian are from exact ones, in sliced W2, and exact ones from
  /// others; nil where there is no jump.
  let distances: (draws: Double, gaussian: Double, floor: Double)?

  /// How many draws are compared, and how many are shown.
  static let count = 200
  static let shown = 60

  init(_ particle: WatchedParticle, by model: DiffusionGANModel, in state: AppState) {
    occasion = Occasion(particle, by: model, in: state)
    let point = particle.point
    isLearned = model.own != nil
    jump = model.process.ladder.jump
    guard let here = state.jumpFromHere else {
      (exact, gaussian, draws, distances) = (nil, nil, [], nil)
      return
    }
    let (index, ladder) = (here.index, here.ladder)
    let mixture = state.stage.laboratory.mixture
    let level = ladder.levels[index]
    exact = mixture.posterior(of: point, at: level, earlier: ladder.levels[index + 1])
    let step = ladder.posterior(ofJump: index)
    let mean =
      step.clean * mixture.diffused(to: level).estimate(at: point).clean + step.noisy * point
    gaussian = (
      mean: mean, covariance: Covariance(xx: step.variance, xy: 0, yy: step.variance)
    )
    // A stream of its own, the same in every frame: draws stand still while the network changes.
    var stream = state.experiment.randomness.stream(.reference, step: index)
    let points = [Point](repeating: point, count: Self.count)
    func drawn(by sampler: any PosteriorSampler) -> [Point] {
      let latents = stream.normalPoints(Self.count)
      return ladder.landed(
        points, index, by: sampler, latents: latents, noise: stream.normalPoints(Self.count))
    }
    draws = drawn(by: model.model)
    let meter = SlicedWasserstein(reference: drawn(by: model.process.exact))
    let other = drawn(by: model.process.exact)
    let around = stream.normalPoints(Self.count).map { mean + step.variance.squareRoot() * $0 }
    distances = (
      draws: meter.distances(to: draws).second, gaussian: meter.distances(to: around).second,
      floor: meter.distances(to: other).second
    )
  }

  func lines(_ state: AppState, _ glyphs: Glyphs) -> [ParticleLine] {
    let spread = state.stage.laboratory.mixture.spread
    var lines = [ParticleLine(glyphs.noisy, Text.pair(point, scale: spread))]
    if let distances {
      lines += [
        ParticleLine("off", .label("sliced W2 to exact")),
        ParticleLine(
          isLearned ? " network" : " draws", StepFormula.number(distances.draws)),
        ParticleLine(
          " DDPM", StepFormula.number(distances.gaussian), note: "one Gaussian"),
        ParticleLine(
          " floor", StepFormula.number(distances.floor), note: "exact draws"),
      ]
    } else {
      lines.append(ParticleLine(.label("no jump sets out from here")))
    }
    if let next { lines.append(ParticleLine("next", Text.pair(next, scale: spread))) }
    return lines
  }

  func sentence(_ state: AppState) -> String {
    guard let distances else {
      return "Particle \(number) is at \(Text.place(point)), at a level that no jump sets out from."
    }
    return "Particle \(number) is at \(Text.place(point)); draws of its jump of \(jump) steps are"
      + " \(Text.short(distances.draws)) from the exact posterior in sliced W2, those of DDPM's Gaussian"
      + " \(Text.short(distances.gaussian)), and exact ones \(Text.short(distances.floor))."
  }
}
