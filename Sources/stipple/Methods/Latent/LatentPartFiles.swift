import Diffusion

/// The parts of latent pictures in files.
struct LatentPartFiles {
  let settings: LatentSettings
  let console: Console

  /// Reads the parts of files named with commas between.
  func read(_ names: String) throws(InputError) -> LatentParts { try weights(names).parts }

  /// The same as weights of their own; a part that several files hold is that of the first.
  func weights(_ names: String) throws(InputError) -> LatentWeights {
    var all: LatentWeights?
    for name in names.split(separator: ",").map(String.init) {
      let some = try read(file: name)
      all = all?.merging(some) ?? some
    }
    guard let all else { throw InputError("--model names no file") }
    if let stranger = all.parts.stranger { throw InputError("\(stranger)", file: names) }
    return all
  }

  private func read(file: String) throws(InputError) -> LatentWeights {
    let weights = try WeightFile.read(file, as: LatentWeights.self)
    if weights.shape != settings.pictures.shape || weights.vocabulary != settings.vocabulary {
      throw InputError(
        "these parts have learned \(weights.data.excerpt), whose pictures or words are not those of"
          + " \(settings.pictures.title.excerpt)", file: file)
    }
    if let latents = weights.parts.latents, latents != settings.latents {
      throw InputError(
        "these parts are of \(latents) latents, and latents is \(settings.latents)", file: file)
    }
    return weights
  }

  /// Refuses where a part that is needed is not there.
  func check(
    _ parts: LatentParts, have needed: [LatentPart], file: String, for what: String
  ) throws(InputError) {
    let missing = needed.filter { !parts.has($0) }
    if missing.isEmpty { return }
    let held = parts.present.map(\.id).joined(separator: ", ")
    throw InputError(
      "\(what) needs \(missing.map(\.id).joined(separator: ", ")), and this holds \(held); add files"
        + " of the others, with commas between", file: file)
  }

  /// Trains parts that are not there, with a note of what is done.
  func trained(
    _ needed: [LatentPart], knowing known: LatentParts, in laboratory: Laboratory,
    iterations: Int? = nil
  ) throws -> (weights: LatentWeights?, run: TrainingRun<LatentTrainer>.Result?) {
    let missing = needed.filter { !known.has($0) }
    if missing.isEmpty { return (nil, nil) }
    let trainer = LatentTrainer(
      settings, training: laboratory.experiment.training, parts: missing, knowing: known,
      iterations: iterations, seed: laboratory.experiment.seed)
    let steps = trainer.stages.reduce(0) { $0 + $1.iterations }
    let result = try TrainingRun(trainer: trainer, iterations: steps).finish(on: console)
    return (result.trainer.weights, result)
  }
}
