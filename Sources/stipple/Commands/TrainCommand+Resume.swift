import Diffusion

extension TrainCommand {
  /// Says where training goes on.
  func note(_ weights: any TrainedWeights, on console: Console) {
    console.note(
      "stipple: goes on from step \(weights.steps) of \(resume ?? ""); the optimizer's memory"
        + " begins anew")
  }
}
