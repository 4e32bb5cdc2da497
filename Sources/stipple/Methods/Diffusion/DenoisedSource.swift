import Diffusion

/// Draws samples by denoising.
struct DenoisedSource: SampleSource {
  /// The model, without guidance.
  let chosen: ChosenDenoiser
  /// What guidance asks besides.
  let helpers: GuidanceHelpers

  func samples(
    in whole: Laboratory, count: Int, on console: Console
  ) throws -> (set: SampleSet, networkCalls: Int) {
    let laboratory = chosen.laboratory(whole)
    let model = CountingDenoiser(
      laboratory.guided(chosen.denoiser(in: laboratory), with: helpers))
    let samples = try console.notingTolerance(of: laboratory) {
      try laboratory.checked(
        laboratory.reverseProcess(asking: model).run(from: laboratory.start(count: count)))
    }
    let calls = model.calls
    let set = SampleSet(
      of: laboratory.frame.restored(samples), from: model, network: chosen.network,
      exact: chosen.guidedMixture(in: laboratory), in: laboratory)
    return (set, calls)
  }
}
