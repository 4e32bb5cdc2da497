/// The model that samples were drawn from by a reverse run.
struct DenoisedOrigin: SampleOrigin {
  /// The model, as it was asked.
  let model: any Denoiser
  /// The network in it, without guidance; nil where it is the exact model.
  let network: LearnedDenoiser?
  /// The mixture whose posterior means the model's answers are, if they are those of one.
  let exact: GaussianMixture?
}

extension DenoisedOrigin {
  /// Whether the model draws the known points again: as a density it is infinite there and 0
  /// elsewhere.
  func drawsKnownPoints(of laboratory: Laboratory) -> Bool {
    laboratory.knownPoints != nil && exact == laboratory.trainingMixture
  }
}

extension SampleSet {
  /// Samples of a denoiser; of nobody where it is nil.
  ///
  /// - Parameters:
  ///   - network: the network in the model, without guidance.
  ///   - exact: the mixture whose posterior means the model's answers are, if they are.
  public init(
    of samples: [Point], labels: [Int]? = nil, from model: (any Denoiser)?,
    network: LearnedDenoiser? = nil, exact: GaussianMixture? = nil, in laboratory: Laboratory
  ) {
    self.init(
      of: samples, labels: labels,
      origin: model.map { DenoisedOrigin(model: $0, network: network, exact: exact) },
      in: laboratory)
  }

  /// The denoiser they came from, if they did from one.
  var denoised: DenoisedOrigin? { origin as? DenoisedOrigin }
}
