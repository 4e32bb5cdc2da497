/// What an experiment describes, built: the distribution, the schedule and the levels to visit.
///
/// Building is the only place where a description can turn out to be unusable; after it, nothing
/// about the experiment can fail.
public struct Laboratory: Sendable {
  public private(set) var experiment: Experiment
  /// The data, in the coordinates that the diffusion runs in.
  public let mixture: GaussianMixture
  /// The distribution with all its components; `mixture` may have fewer.
  let wholeMixture: GaussianMixture
  /// The points that are known of the data, in the coordinates of the diffusion; nil where all of the
  /// distribution is known.
  public let knownPoints: GaussianMixture.Draw?
  /// What networks learn from: the whole distribution, or the points that are known of it, each of
  /// them a component of no width.
  public let trainingMixture: GaussianMixture
  /// What brings the data's own units to those coordinates: applied where numbers come in and go out,
  /// and nowhere between. The identity unless data is standardized.
  public let frame: Standardization
  public let schedule: Schedule
  public private(set) var grid: TimeGrid
  /// Where samples are led; nil for nowhere.
  public private(set) var guidance: Guidance?
  /// What guidance asks besides the model, unless it is told otherwise.
  public private(set) var guides = Guides()
  /// What the experiment's method has built.
  public let process: any GenerativeProcess
  /// What is known of where noisy points come from: of the points that samples should be like.
  public private(set) var posterior: DataPosterior
  /// Whether reports on samples have the exact W2 too, which takes longer than all their other figures.
  public var measuresExactly = false
  /// Meters made for measurements, shared by all copies of this laboratory.
  private(set) var meters = MeterShelf()

  /// Builds what a valid experiment describes.
  ///
  /// - Parameter mostComponents: how many components of a larger distribution are picked, by the
  ///   seed, for all but training; nil for all.
  public init(
    _ experiment: Experiment, mostComponents: Int? = nil
  ) throws(ExperimentError) {
    self.experiment = experiment
    do {
      frame = try experiment.frame()
      wholeMixture = try experiment.distribution.mixture(in: frame).adding(
        experiment.words)
      let known = experiment.distribution.knownPoints(of: wholeMixture)
      knownPoints = known
      trainingMixture =
        known.map { [wholeMixture] in GaussianMixture(pointMasses: $0, of: wholeMixture) }
        ?? wholeMixture
      var stream = experiment.randomness.stream(.data, step: 1)
      let affordable = experiment.methodSettings.mostComponents(of: wholeMixture)
      mixture = wholeMixture.thinned(to: min(mostComponents ?? .max, affordable), from: &stream)
    } catch let error as LabelGroupError {
      throw ExperimentError(path: ["words", error.group], description: error.description)
    } catch {
      throw ExperimentError(path: ["distribution"], description: "\(error)")
    }
    do {
      schedule = try Schedule(experiment.schedule)
    } catch {
      throw ExperimentError(path: ["schedule", error.key], description: error.description)
    }
    try experiment.validateSamples()
    try experiment.validateModel(for: mixture)
    try experiment.validateNumbers()
    guidance = try experiment.guidance(in: mixture)
    posterior = DataPosterior(of: guidance?.target ?? mixture)
    process = try experiment.methodSettings.process(
      for: experiment, in: mixture, on: schedule)
    grid = experiment.sampler.grid.grid(on: schedule, steps: experiment.samplingSteps)
  }

  /// The same laboratory with reverse runs that visit the levels of another grid.
  public func visiting(_ grid: TimeGrid) -> Laboratory {
    var laboratory = self
    laboratory.grid = grid
    return laboratory
  }

  /// The same laboratory with another sampler, in as many steps as it says.
  public func sampling(by sampler: SamplerSpecification) -> Laboratory {
    var laboratory = self
    laboratory.experiment.sampler = sampler
    return laboratory.visiting(
      sampler.grid.grid(on: schedule, steps: laboratory.experiment.samplingSteps))
  }

  /// The same laboratory with the seed so much higher.
  public func reseeded(by offset: Int) -> Laboratory {
    guard offset != 0 else { return self }
    var laboratory = self
    laboratory.experiment.seed &+= UInt64(offset)
    laboratory.meters = MeterShelf()
    return laboratory
  }

  /// What samples are drawn from if all goes well: the distribution, or the part of it with the
  /// label they are led to.
  public var target: GaussianMixture { guidance?.target ?? mixture }

  /// How many components the distribution has, of which there may be fewer here.
  public var componentCount: Int { wholeMixture.components.count }

  /// Says that some of the distribution's components stand for all; nil where all are there.
  public var thinningWords: String? {
    let count = mixture.components.count
    guard count < componentCount else { return nil }
    return "\(count) of the data's \(componentCount) Gaussians, picked by the seed"
      + " \(experiment.seed), stand for all; training learns from all"
  }

  /// The data in its own units.
  public var ownMixture: GaussianMixture { frame.restored(mixture) }

  /// What samples are drawn from if all goes well, in the data's own units.
  public var ownTarget: GaussianMixture { frame.restored(target) }

  /// The points that are known of the data, in its own units.
  public var ownKnownPoints: [Point]? { knownPoints.map { frame.restored($0.points) } }

  /// The same laboratory, in which no more is known of where noisy points come from than that it is
  /// one of the known points; nil where all of the distribution is known.
  public var empirical: Laboratory? {
    guard knownPoints != nil else { return nil }
    var laboratory = self
    laboratory.posterior = DataPosterior(of: trainingMixture)
    return laboratory
  }

  /// Clean data drawn by the experiment's seed, from all components of the distribution.
  public func freshData(count: Int) -> GaussianMixture.Draw {
    var stream = experiment.randomness.stream(.data)
    return wholeMixture.draw(count, from: &stream)
  }

  /// Clean data drawn by the experiment's seed.
  public func data(count: Int) -> GaussianMixture.Draw {
    var stream = experiment.randomness.stream(.data)
    return mixture.draw(count, from: &stream)
  }

  /// The same laboratory whose guidance asks further models.
  public func guiding(with guides: Guides) -> Laboratory {
    var laboratory = self
    laboratory.guides = guides
    return laboratory
  }

  /// The same laboratory with another variance of DDPM's steps.
  public func varying(by variance: SamplerOptions.Variance) -> Laboratory {
    var laboratory = self
    laboratory.experiment.sampler.options.variance = variance
    return laboratory
  }

  /// The same laboratory with another weight of guidance, from -100 to 100.
  public func weighing(guidance weight: Double) -> Laboratory {
    var laboratory = self
    laboratory.guidance = guidance?.weighing(weight)
    laboratory.experiment.guidance?.weight = weight
    return laboratory
  }

  /// A trainer for a classifier of this distribution's labels, with hidden layers as the network's.
  public func classifierTrainer(instructions: InstructionSet = .best) -> ClassifierTrainer {
    var trainer = ClassifierTrainer(
      mixture: trainingMixture, dataName: experiment.distribution.title,
      network: experiment.model.network, settings: experiment.training, seed: experiment.seed,
      instructions: instructions)
    trainer.training.frame = frame
    return trainer
  }
}
