import Diffusion

/// What a run asks: the exact answer of a method, or what a network has learned of it.
///
/// Every method has a model of its own. The laboratory that it is asked in says how it is guided.
protocol RunModel: Sendable {
  /// The network's weights; nil for the exact answer.
  var weights: (any TrainedWeights)? { get }

  /// Whether it can be asked for some labels alone.
  func knows(_ selection: LabelSelection) -> Bool

  /// Why guidance cannot lead it; nil where it can or is not asked to.
  func refusal(in laboratory: Laboratory) -> String?

  /// The run that leads starts to the data, guided as the experiment says.
  func generation(from start: RunStart, in laboratory: Laboratory) -> Generation

  /// Samples by the experiment's own way back, guided as the experiment says.
  func run(in laboratory: Laboratory, count: Int) -> ModelRun

  /// The same, to be judged.
  func qualityRun(in laboratory: Laboratory, count: Int) -> QualityRun

  /// About how many answers of single Gaussians take as long as a step of the run, numbered from 0, does
  /// for each of its points.
  func answersOfStep(_ index: Int, in laboratory: Laboratory) -> Int

  /// What its bound by terms is worked out of, where its chain is one of denoising steps; else nil.
  func boundSubject(in laboratory: Laboratory) -> VariationalBound.Subject?

  /// Samples that err as the budget's parts do up to one, and no further.
  func samples(
    upTo part: ErrorBudget.Part, in laboratory: Laboratory, count: Int
  ) -> [Point]

  /// Whether a run by a sampler stops where it likes, however many steps are asked for.
  func findsItsSteps(by sampler: Sampler) -> Bool

  /// The numbers of steps at which samplers are compared.
  var usualSteps: [Int] { get }

  /// The samplers that show together what there is to see.
  func usualSamplers(in laboratory: Laboratory) -> [Sampler]

  /// The cloud that is drawn anew while training time is looked at.
  func points(of redraw: Redraw) -> [Point]

  /// What pulls at places by the weak, the strong and the guided answer, each in units in which 1 is
  /// the usual pull; empty where they are not known.
  func opinions(at places: [Point], of guidance: Guidance, in state: AppState) -> [[Point]]

  /// Looks into a particle of a run.
  func look(into particle: WatchedParticle, in state: AppState) -> any ParticleReading
}

extension RunModel {
  func knows(_ selection: LabelSelection) -> Bool { false }
  func findsItsSteps(by sampler: Sampler) -> Bool { sampler == .ode }
  var usualSteps: [Int] { [2, 3, 5, 10, 20, 50, 100] }
  func refusal(in laboratory: Laboratory) -> String? { nil }
  func boundSubject(in laboratory: Laboratory) -> VariationalBound.Subject? { nil }

  func answersOfStep(_ index: Int, in laboratory: Laboratory) -> Int {
    answersOfSampler(index, in: laboratory)
  }

  /// The answers that the sampler asks for.
  func answersOfSampler(_ index: Int, in laboratory: Laboratory) -> Int {
    let sampler = laboratory.experiment.sampler
    // Guidance asks for a strong answer and a weak one.
    let calls = sampler.kind.usualCalls(sampler.options) * (laboratory.guidance == nil ? 1 : 2)
    return max(1, calls * answersOfCall(in: laboratory) + answersOfVariance(index, in: laboratory))
  }

  /// A variance that is the best for a whole level is an integral, however many points there are.
  private func answersOfVariance(_ index: Int, in laboratory: Laboratory) -> Int {
    let sampler = laboratory.experiment.sampler
    guard sampler.kind.settings.contains(.variance), sampler.options.variance == .optimal else {
      return 0
    }
    return laboratory.posterior.answers(forLevel: index, of: laboratory.grid.steps)
      / max(1, laboratory.experiment.particles)
  }

  /// A network's answer, or those of all Gaussians of the data.
  func answersOfCall(in laboratory: Laboratory) -> Int {
    weights?.answersOfCall ?? laboratory.mixture.components.count
  }

  func opinions(at places: [Point], of guidance: Guidance, in state: AppState) -> [[Point]] { [] }
}
