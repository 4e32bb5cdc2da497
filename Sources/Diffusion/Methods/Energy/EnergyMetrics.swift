/// The starts that samples were made of by chains, in the laboratory's frame, and the energy they walked in.
public struct EnergyOrigin: SampleOrigin {
  public let start: [Point]
  public let model: any EnergyModel

  public init(start: [Point], model: any EnergyModel) {
    self.start = start
    self.model = model
  }
}

extension EvaluationMetric {
  /// How far the normalized density of an energy is from the true one.
  static let energyDensity = EvaluationMetric(
    id: "energy-density", title: "Density of the energy",
    summary: "of energy: its density, normalized by a grid, against the true one",
    mostPoints: .max
  ) { sampleSet, watch in
    let laboratory = sampleSet.laboratory
    guard let origin = sampleSet.origin as? EnergyOrigin,
      let level = laboratory.grid.stops.last(where: { !$0.level.isClean })?.level
    else { return [] }
    try watch(0)
    let mixture = laboratory.mixture
    let window = EnergyWindow(of: mixture, at: level)
    let density = EnergyDensity(of: origin.model, at: level, over: window)
    try watch(0.4)
    let divergence = density.divergence(from: mixture, over: window)
    try watch(0.6)
    let ofModes = density.modeDivergence(from: mixture, over: window)
    try watch(0.8)
    let shifted = EnergyWindow(of: mixture, at: level, shift: 0.5)
    func figure(_ name: String, _ value: Double, ideal: Double?, _ words: String) -> QualityFigure {
      QualityFigure(
        [name], value, ideal: ideal, count: window.columns * window.rows, definition: words)
    }
    return [
      figure(
        "log_partition", density.logPartition + laboratory.frame.logVolume, ideal: nil,
        "ln of the integral of exp(-E) at the last level with noise, over a grid"),
      figure(
        "density_mass", density.mass(over: shifted), ideal: 1,
        "the integral of the normalized density over the same window by another grid"),
      figure(
        "density_kl", divergence, ideal: 0,
        "KL(true || learned) of the densities at the last level with noise; nats"),
      figure(
        "density_kl_modes", ofModes, ideal: 0,
        "the part of density_kl in the shares of modes, each where its label is likeliest; nats"),
    ]
  }

  /// How long chains take to change their mode.
  static let mixing = EvaluationMetric(
    id: "mixing", title: "Mixing",
    summary: "of energy: steps until a chain changes its mode, alone and annealed",
    mostPoints: .max
  ) { sampleSet, watch in
    guard let origin = sampleSet.origin as? EnergyOrigin else { return [] }
    let (count, steps) = (min(200, sampleSet.samples.count), 200)
    let reading = try MixingMeter.reading(
      of: origin.model, count: count, steps: steps, in: sampleSet.laboratory, watch: watch)
    guard let reading else { return [] }
    return [
      QualityFigure(
        ["acceptance"], reading.acceptance, ideal: nil, count: count * steps,
        definition:
          "the mean probability with which a Langevin step is taken at the last level with"
          + " noise"),
      QualityFigure(
        ["mixing_steps"], reading.alone, ideal: nil, count: count * steps,
        definition: "Langevin steps at the last level with noise until a chain is in another mode"),
      QualityFigure(
        ["mixing_steps_annealed"], reading.annealed, ideal: nil, count: count,
        definition: "the same for steps along all noise levels"),
    ]
  }
}
