import Diffusion

/// Draws samples that move from a prior.
struct TransportSource: SampleSource {
  /// The model, without guidance.
  let model: any VelocityField
  /// What guidance asks besides.
  let helpers: GuidanceHelpers

  func samples(
    in laboratory: Laboratory, count: Int, on console: Console
  ) throws -> (set: SampleSet, networkCalls: Int) {
    let guided = try laboratory.velocityField(of: model, with: helpers)
    let counted = CountingVelocityField(guided)
    guard let start = laboratory.transportStart(count: count),
      let process = laboratory.transportProcess(with: counted, given: start.conditioning),
      let unseen = laboratory.transportProcess(with: guided, given: start.conditioning)
    else { throw WorkError("the preset has no prior of its own") }
    let samples = try console.notingTolerance(of: laboratory) {
      try laboratory.checked(process.run(from: start.points))
    }
    let set = SampleSet(
      of: samples, origin: PathMeasurement(of: unseen, from: start), in: laboratory)
    return (set, counted.calls)
  }
}
