import Diffusion

extension ModelOption {
  /// The network in the file, or nil for the exact model.
  func network(
    for laboratory: Laboratory, console: Console
  ) throws(InputError) -> LearnedDenoiser? {
    if model == Self.exact { return nil }
    return LearnedDenoiser(
      weights: try WeightFile.read(model, for: laboratory, console: console))
  }
}

extension WeightFile {
  /// Reads weights, with a warning where they learned other data.
  static func read(
    _ path: String, for laboratory: Laboratory, console: Console
  ) throws(InputError) -> Weights {
    let weights = try read(path)
    if weights.isOfTransport {
      throw InputError(
        "the network has learned \(weights.data.excerpt), and knows nothing of the standard prior",
        file: path)
    }
    let data = laboratory.experiment.distribution.title
    if weights.data != data {
      let problem = "\(path) learned \(weights.data.excerpt), not \(data.excerpt)"
      console.note("stipple: \(OneLine.text("warning: \(problem)"))")
    }
    return weights.seen(in: laboratory.frame)
  }
}
