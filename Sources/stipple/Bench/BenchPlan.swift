import Diffusion

/// Which measurements a run of `stipple bench` makes.
struct BenchPlan {
  typealias Measurement = () throws -> BenchRow

  let bench: Bench
  let batch: Int?
  let width: Int
  let seeds: Int
  let points: Int
  /// How many points are on the screen; as usual for each measurement where it is nil.
  let particles: Int?
  /// When memory is looked at.
  let memorySeconds: Double
  let includesGrowth: Bool

  func measurements(of work: BenchCommand.Work) -> [Measurement] {
    switch work {
    case .train: training
    case .sample: sampling
    case .score: scoring
    case .draw: [bench.draw, bench.trainWhileDrawing]
    case .screen: screens
    case .memory: remembering
    case .methods:
      Method.allCases.map { method in { try bench.screen(of: method) } }
    case .frames:
      [bench.knownFrames] + (1...seeds).map { seed in { try bench.frames(seed: seed) } }
    case .measure: measuring
    case .learn: learning
    case .all:
      BenchCommand.Work.allCases.filter { $0 != .all }.flatMap { measurements(of: $0) }
    }
  }

  private var training: [Measurement] {
    let usualBatch = batch ?? 256
    let usual: [Measurement] = [
      { bench.train(.reference, batch: usualBatch, width: width) },
      { bench.train(.tiny, batch: batch ?? 32, width: width) },
      { try bench.trainDefault(batch: usualBatch) },
    ]
    guard includesGrowth else { return usual }
    return usual
      + [32, 64, 128, 256, 1024, 4096, 16384].map { batch in
        { bench.train(.reference, batch: batch, width: width) }
      }
      + [32, 64, 128, 256, 512].map { width in
        { bench.train(.reference, batch: usualBatch, width: width) }
      }
  }

  private var sampling: [Measurement] {
    let further = includesGrowth ? [1000, 100_000, 1_000_000] : []
    return [
      { bench.sample(points: 10_000, width: width) }, { try bench.sampleDefault(points: 10_000) },
    ]
      + further.map { points in { bench.sample(points: points, width: width) } }
  }

  private var scoring: [Measurement] {
    let further = [(1000, 8), (100_000, 8), (1_000_000, 8), (10_000, 40), (10_000, 2000)]
    return ([(10_000, 8), (10_000, 200)] + (includesGrowth ? further : [])).map {
      points, components in
      { try bench.score(points: points, components: components) }
    }
  }

  private var measuring: [Measurement] {
    let further = includesGrowth ? [500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000] : []
    return [
      { try bench.exactTransport(points: points) }, { try bench.slicedTransport(points: 10_000) },
    ]
      + further.map { points in { try bench.exactTransport(points: points) } }
  }

  private var screens: [Measurement] {
    let particles = particles ?? 20_000
    return [
      Bench.screenCloud, Bench.screenTruecolor, Bench.screenMap, Bench.screenGuidance,
      Bench.screenTransport, Bench.screenKeys, Bench.screenSteps, Bench.screenPaused,
    ].map { screen in { try screen(bench)(particles) } }
  }

  private var remembering: [Measurement] {
    let usual = particles.map { [$0] } ?? [Experiment().particles, 200_000]
    let further = includesGrowth ? [10_000, 50_000, 100_000, 500_000] : []
    return (usual + further).map { particles in
      { try bench.memory(particles: particles, after: memorySeconds) }
    }
  }

  private var learning: [Measurement] {
    let distributions: [Distribution] = [
      .eightGaussians, .twoMoons, .swissRoll, .checkerboard, .grid25,
    ]
    func scheduleFree(batch: Int, target: TrainingTarget = .sample) -> TrainingSpecification {
      TrainingSpecification(
        batch: batch, rate: 0.014, optimizer: .scheduleFree, target: target)
    }
    let recipes = [
      TrainingSpecification(), scheduleFree(batch: 256), scheduleFree(batch: 128),
      TrainingSpecification(target: .batchPosterior),
      scheduleFree(batch: 128, target: .batchPosterior),
      TrainingSpecification(target: .exactPosterior),
    ]
    return recipes.flatMap { recipe in
      distributions.map { distribution in
        { try bench.learn(distribution, recipe, seeds: seeds) }
      }
    }
  }
}
