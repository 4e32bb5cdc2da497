import Diffusion

/// The workloads that are measured, and how.
struct Bench {
  let instructions: InstructionSet
  let threads: Int
  /// How long each measurement takes.
  let seconds: Double

  /// A workload of training that others are compared by.
  func train(_ workload: ReferenceTraining.Workload, batch: Int, width: Int) -> BenchRow {
    let team = WorkerTeam(threads: threads)
    var training = ReferenceTraining(
      workload, batch: batch, width: width, instructions: instructions)
    let operations = training.floatingPointOperations / 1e9
    let (peak, watch, ratio) = Stopwatch.inTurn(seconds: seconds) {
      multiply(on: team)
    } _: {
      _ = training.step(on: team)
    }
    var row = BenchRow(
      workload == .reference ? "train" : "train-tiny", self, threads: threads)
    row.batch = batch
    row.width = width
    row.stepsPerS = watch.perSecond
    row.samplesPerS = watch.perSecond * Double(batch)
    row.stepsPerCpuS = watch.perProcessorSecond
    row.gflops = watch.perSecond * operations
    row.gemmPeakGflops = peak.perSecond * productOperations
    row.shareOfPeak = ratio * operations / productOperations
    return row
  }

  private static let productRepetitions = 100

  /// Every thread of a team multiplies matrices that stay in its nearest cache.
  private func multiply(on team: WorkerTeam) {
    let instructions = instructions
    team.run(threads) { _ in
      var load = ProductLoad(instructions: instructions)
      load.run(Self.productRepetitions)
    }
  }

  /// The operations of that, in billions.
  private var productOperations: Double {
    Double(threads * Self.productRepetitions) * ProductLoad.floatingPointOperations / 1e9
  }

  /// Training as the program does it: the default recipe on eight Gaussians.
  func trainDefault(batch: Int) throws -> BenchRow {
    let team = WorkerTeam(threads: threads)
    var experiment = Experiment()
    experiment.training.batch = batch
    var trainer = try Laboratory(experiment).trainer(instructions: instructions)
    let watch = Stopwatch(seconds: seconds) { _ = trainer.step(on: team) }
    var row = BenchRow("train-default", self, threads: threads)
    row.batch = batch
    row.width = experiment.model.network.hidden.first
    row.workingSetMb = Double(trainer.workingSet) / 1e6
    row.stepsPerS = watch.perSecond
    row.samplesPerS = watch.perSecond * Double(batch)
    row.stepsPerCpuS = watch.perProcessorSecond
    return row
  }

  /// Points on their way through DDIM with a network of three layers.
  func sample(points: Int, width: Int) throws -> BenchRow {
    let steps = 100
    var experiment = Experiment()
    experiment.model.network = NetworkSpecification(hidden: [width, width, width])
    experiment.sampler = SamplerSpecification(kind: .ddim, grid: .trailing, steps: steps)
    let laboratory = try Laboratory(experiment)
    let model = LearnedDenoiser(
      weights: laboratory.trainer().weights, instructions: instructions)
    let process = laboratory.reverseProcess(
      with: SharedDenoiser(model, team: WorkerTeam(threads: threads)))
    var cloud = SamplingState(laboratory.start(count: points))
    var step = 0
    let watch = Stopwatch(seconds: seconds) {
      cloud = process.advance(cloud, step: step)
      step = (step + 1) % steps
    }
    var row = BenchRow("sample", self, threads: threads)
    row.points = points
    row.width = width
    row.stepsPerS = watch.perSecond
    row.stepsPerCpuS = watch.perProcessorSecond
    row.pointStepsPerS = watch.perSecond * Double(points)
    return row
  }

  /// Exact scores of a ring of Gaussians, in double precision.
  func score(points: Int, components: Int) throws -> BenchRow {
    let mixture = try BenchMixture.ring(components)
    let denoiser = ExactDenoiser(mixture: mixture, instructions: instructions)
    let level = NoiseLevel(alpha: 0.8, sigma: 0.6)
    let places = BenchMixture.places(points)
    var estimates = [Estimate](repeating: .zero, count: points)
    let watch = Stopwatch(seconds: seconds) {
      denoiser.estimate(places, at: level, into: &estimates)
    }
    var row = BenchRow("score", self)
    row.points = points
    row.components = components
    row.pointsPerS = watch.perSecond * Double(points)
    return row
  }
}
