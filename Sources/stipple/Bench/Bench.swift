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

  /// Points on their way through 100 DDIM steps that others are compared by.
  func sample(points: Int, width: Int) -> BenchRow {
    let team = WorkerTeam(threads: threads)
    let sampling = ReferenceSampling(points: points, width: width, instructions: instructions)
    let operations = sampling.floatingPointOperations / 1e9
    let (peak, watch, ratio) = Stopwatch.inTurn(seconds: seconds) {
      multiply(on: team)
    } _: {
      _ = sampling.run(on: team)
    }
    var row = sampleRow("sample", points: points, watch, stepsPerRun: sampling.stepCount)
    row.width = width
    row.gflops = watch.perSecond * operations
    row.gemmPeakGflops = peak.perSecond * productOperations
    row.shareOfPeak = ratio * operations / productOperations
    return row
  }

  /// Sampling as the program does it: DDIM with the default network.
  func sampleDefault(points: Int) throws -> BenchRow {
    var experiment = Experiment()
    experiment.sampler = SamplerSpecification(kind: .ddim, grid: .trailing, steps: 100)
    let laboratory = try Laboratory(experiment)
    let model = LearnedDenoiser(
      weights: laboratory.trainer().weights, instructions: instructions)
    let process = laboratory.reverseProcess(with: model)
    let team = WorkerTeam(threads: threads)
    var cloud = SamplingState(laboratory.start(count: points))
    var step = 0
    let watch = Stopwatch(seconds: seconds) {
      cloud = WorkerTeam.sharing(team) { process.advance(cloud, step: step) }
      step = (step + 1) % laboratory.grid.steps
    }
    var row = sampleRow("sample-default", points: points, watch, stepsPerRun: 1)
    row.width = experiment.model.network.hidden.first
    return row
  }

  private func sampleRow(
    _ work: String, points: Int, _ watch: Stopwatch, stepsPerRun: Int
  ) -> BenchRow {
    var row = BenchRow(work, self, threads: threads)
    row.points = points
    row.stepsPerS = watch.perSecond * Double(stepsPerRun)
    row.stepsPerCpuS = watch.perProcessorSecond * Double(stepsPerRun)
    row.pointStepsPerS = watch.perSecond * Double(stepsPerRun * points)
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
