import Diffusion

extension Console {
  /// Says beside the results if the steps were too long for them to be right.
  func noteStepSize(of laboratory: Laboratory) {
    if let stepSizeWarning = laboratory.stepSizeWarning { note("stipple: \(stepSizeWarning)") }
  }

  /// Says beside the results if the run starts where it is not yet noise.
  func noteNoiseEnd(of laboratory: Laboratory, named name: String = "") {
    let end = laboratory.startingNoiseEnd
    if end.verdict != .noise {
      note(
        "stipple: warning: \(name)\(end); \(laboratory.commands.remedyForNoiseEnd(in: laboratory))")
    }
  }
}

extension Laboratory {
  /// What would keep points of a run from running away.
  var remedyForRunaways: String {
    if let stepSizeWarning { return stepSizeWarning.remedy }
    let takesAll = grid.steps >= schedule.timesteps
    let remedies = [takesAll ? nil : "more steps", guidance == nil ? nil : "less guidance"]
      .compactMap { $0 }
    return remedies.isEmpty
      ? "take another sampler, such as ddim" : "take " + remedies.joined(separator: " or ")
  }
}
