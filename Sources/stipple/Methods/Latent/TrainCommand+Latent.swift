import Diffusion

extension TrainCommand {
  /// Trains one part, or all of them in turn; what a part stands on is read from `--parts`, or trained
  /// first and written with it.
  func trainParts(_ laboratory: Laboratory, on console: Console) throws {
    if reflow != nil { throw InputError("--reflow needs a preset with a prior of its own") }
    if resume != nil {
      throw InputError("--resume: parts are trained from the beginning; leave it out")
    }
    guard let settings = laboratory.latent?.settings else { throw WorkError("there are no parts") }
    let files = LatentPartFiles(settings: settings, console: console)
    var known = LatentParts()
    if let parts = latent.parts {
      known = try files.read(parts)
      guard let part = latent.part else {
        throw InputError("--parts is of use only with --part, which stands on them")
      }
      try files.check(known, have: part.needs, file: parts, for: part.id)
    }
    let wanted = latent.part.map { [$0] } ?? LatentPart.allCases
    let first = (latent.part?.needs ?? []).filter { !known.has($0) }
    if !first.isEmpty {
      let names = first.map(\.id).joined(separator: " and ")
      console.note(
        "stipple: \(names) are trained first, and written too; --parts takes trained ones")
      if let weights = try files.trained(first, knowing: known, in: laboratory).weights {
        known = weights.parts.only(weights.learned)
      }
    }
    let trainer = LatentTrainer(
      settings, training: laboratory.experiment.training, parts: wanted, knowing: known,
      iterations: latent.part == nil ? nil : iterations, seed: laboratory.experiment.seed)
    let usual = trainer.stages.reduce(0) { $0 + $1.iterations }
    try finish(
      trainer, iterations: latent.part == nil ? iterations ?? usual : usual, in: laboratory,
      on: console
    ) { $0.only(first + wanted) }
  }
}
