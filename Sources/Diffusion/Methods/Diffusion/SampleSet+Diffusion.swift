/// The model that samples were drawn from by a reverse run.
struct DenoisedOrigin: SampleOrigin {
  /// The model, as it was asked.
  let model: any Denoiser
  /// The network in it, without guidance; nil where it is the exact model.
  let network: LearnedDenoiser?
}

extension SampleSet {
  /// Samples of a denoiser; of nobody where it is nil.
  ///
  /// - Parameter network: the network in the model, without guidance.
  public init(
    of samples: [Point], labels: [Int]? = nil, from model: (any Denoiser)?,
    network: LearnedDenoiser? = nil, in laboratory: Laboratory
  ) {
    self.init(
      of: samples, labels: labels,
      origin: model.map { DenoisedOrigin(model: $0, network: network) }, in: laboratory)
  }

  /// The denoiser they came from, if they did from one.
  var denoised: DenoisedOrigin? { origin as? DenoisedOrigin }
}
