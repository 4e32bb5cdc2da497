import Diffusion

/// A method on the screen: its words, its commands, its studies, and what it makes of an experiment.
///
/// Each stands in the method's folder, and once in `all`; whatever is shared asks it, and not which
/// method it is.
struct MethodScreen: Sendable {
  let method: Method
  /// What a model answers with at a point, as the plane draws it.
  let field: String
  /// What the network predicts.
  let predictor: String
  /// Where the two runs lead, for the header and in whole sentences.
  let forward: RunWords
  let reverse: RunWords
  /// What the forward run follows, or how much of it is known.
  let forwardWay: @Sendable (Stage) -> String
  /// What the level of a moment is, in a sentence.
  let level: @Sendable (NoiseLevel) -> String
  /// What labels of points are, in the caption of the plane and when they become its colours.
  let labels: (caption: String, notice: String)
  /// What the curl is of.
  let curl: (caption: String, legend: String, notice: String)
  /// What the tilted densities of this moment are.
  let tiltedHere: String
  /// Where the particle may come from, as far as it is drawn.
  let lobes: String
  /// What it is that a run starts from.
  let wrongStart: String
  /// What a sampler is called here.
  let name: @Sendable (Sampler) -> String
  /// What the plane shows of it.
  let plane: any MethodPlane
  /// What a comparison says of it.
  let comparison: ComparisonWords
  /// What it brings along for the lists of the screen.
  var offers = MethodOffers()
  /// Whether there are levels of noise on the way, which every notation names its own way.
  var hasLevels = true
  /// A laboratory with stops on the way also where a run would make none, so that it can be watched.
  var watched: @Sendable (Laboratory) -> Laboratory = { $0 }
  /// Puts what an experiment describes on the stage; what was drawn for the method before and still
  /// holds need not be drawn again.
  let stage: @Sendable (_ laboratory: Laboratory, _ before: (any StagedMethod)?) -> any StagedMethod

  struct RunWords: Sendable {
    /// As in `forward: noising`.
    let short: String
    /// As in `Forward, noising`.
    let long: String
  }

  /// The methods that can be shown.
  static let all: [MethodScreen] = [
    .diffusion, .transport, .inverseCDF, .flowMap, .energy, .latent, .vae, .hierarchicalVAE,
    .gan, .diffusionGAN,
  ]

  /// The screen of a method.
  static func of(_ method: Method) throws(ExperimentError) -> MethodScreen {
    guard let screen = all.first(where: { $0.method == method }) else {
      throw ExperimentError(
        path: ["method"],
        description: "the method \(method.id) is not on the screen yet; sample, train, evaluate and"
          + " field know it")
    }
    return screen
  }

  /// The screen of an experiment, which is one of those that can be shown.
  static func of(_ experiment: Experiment) -> MethodScreen {
    all.first { $0.method == experiment.method } ?? .diffusion
  }

  static func of(_ laboratory: Laboratory) -> MethodScreen { of(laboratory.experiment) }
}

extension AppState {
  /// What is said of the method of the experiment in hand.
  var words: MethodScreen { stage.words }

  /// What is at the other end of time than the data.
  var farEnd: String { words.method.timeLine.farEnd }
}
