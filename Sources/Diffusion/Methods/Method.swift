/// A way from noise to data: what an experiment builds for it, what is learned, run and judged.
///
/// All that is special about a method is in a folder of its own. Code that is shared asks the
/// method, and never asks which method it is.
public struct Method: Choice {
  public let id: String
  public let title: String
  public let summary: String
  /// The keys of a preset that it reads besides those of every experiment.
  public let keys: [String]
  /// The keys of a preset's section `training` that it reads besides those of every experiment.
  public let trainingKeys: [String]
  /// The keys of every experiment that it does not read; of a method that learns nothing, those of the
  /// network are among them.
  public let unreadKeys: [String]
  /// What its runs lead between.
  public let timeLine: TimeLine
  /// What its network learns, in a few words.
  public let learned: String
  /// What it knows in closed form.
  public let exactAnswers: Set<ExactAnswer>
  /// The kind of weights that its network learns; nil where nothing is learned.
  public let trained: (any TrainedWeights.Type)?
  /// How many optimizer steps its network is usually given.
  public let usualIterations: Int
  /// The settings of an experiment that says no more than the method's name.
  let usualSettings: any MethodSettings
  /// The ways to judge samples that need something only this method has.
  let metrics: [EvaluationMetric]
  private let samplerRefusal: @Sendable (Sampler) -> String?

  public static let familyName = "method"

  /// Every method; add a new one here and in a folder of its own.
  public static let allCases: [Method] = [
    .diffusion,
    .transport,
    .inverseCDF,
    .flowMap,
    .energy,
    .latent,
    .vae,
    .hierarchicalVAE,
    .gan,
    .diffusionGAN,
  ]

  /// - Parameter samplerRefusal: why a sampler cannot run here; nil where it can.
  init(
    id: String, title: String, summary: String, keys: [String] = [],
    trainingKeys: [String] = [], unreadKeys: [String] = [], timeLine: TimeLine, learned: String,
    trained: (any TrainedWeights.Type)?, exactAnswers: Set<ExactAnswer>,
    usualIterations: Int, usualSettings: any MethodSettings, metrics: [EvaluationMetric] = [],
    samplerRefusal: @escaping @Sendable (Sampler) -> String? = { _ in nil }
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.keys = keys
    self.trainingKeys = trainingKeys
    self.unreadKeys = unreadKeys + (trained == nil ? ["model", "training"] : [])
    self.timeLine = timeLine
    self.learned = learned
    self.trained = trained
    self.exactAnswers = exactAnswers
    self.usualIterations = usualIterations
    self.usualSettings = usualSettings
    self.metrics = metrics
    self.samplerRefusal = samplerRefusal
  }

  /// Why a sampler cannot run with this method; nil where it can.
  public func refusal(of sampler: Sampler) -> String? { samplerRefusal(sampler) }

  /// The samplers that fit.
  public var samplers: [Sampler] { Sampler.allCases.filter { refusal(of: $0) == nil } }
}

/// Something a method may know in closed form at any point.
public enum ExactAnswer: String, Sendable, CaseIterable {
  /// The density of the marginal.
  case density
  /// How points move: the score or the velocity.
  case field
  /// Where a point on its way comes from.
  case posterior
}
