import Diffusion

/// Draws samples by denoising.
struct DenoisedSource: SampleSource {
  /// The network; nil for the exact model.
  let network: LearnedDenoiser?
  /// What guidance asks besides.
  let helpers: GuidanceHelpers

  func samples(
    in laboratory: Laboratory, count: Int, on console: Console
  ) throws -> (set: SampleSet, networkCalls: Int) {
    let model = CountingDenoiser(
      laboratory.guided(network ?? laboratory.exactDenoiser, with: helpers))
    let samples = try console.notingTolerance(of: laboratory) {
      try laboratory.checked(
        laboratory.reverseProcess(asking: model).run(from: laboratory.start(count: count)))
    }
    let calls = model.calls
    let set = SampleSet(
      of: laboratory.frame.restored(samples), from: model, network: network, in: laboratory)
    return (set, calls)
  }
}
