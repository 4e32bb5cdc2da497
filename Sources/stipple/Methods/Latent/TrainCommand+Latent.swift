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
    if latent.part == .cascade && !settings.pictures.hasLarger {
      throw InputError(
        "--part cascade: a cascade learns from pictures drawn in two sizes, and those of a file have"
          + " one")
    }
    let examples = try latent.examples(for: settings)
    let wanted = latent.part.map { [$0] } ?? settings.parts
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
      iterations: latent.part == nil ? nil : iterations, examples: examples,
      seed: laboratory.experiment.seed)
    let usual = trainer.stages.reduce(0) { $0 + $1.iterations }
    try finish(
      trainer, iterations: latent.part == nil ? iterations ?? usual : usual, in: laboratory,
      on: console
    ) { $0.only(first + wanted) }
  }
}

extension LatentPartOptions {
  /// The pictures that a new word is learned from; none where another part is trained.
  fileprivate func examples(for settings: LatentSettings) throws(InputError) -> [[Float]] {
    guard part == .word else {
      if pictures == nil { return [] }
      throw InputError("--pictures is of use only with --part word, which learns a word from them")
    }
    guard let pictures else {
      throw InputError("--part word learns a word from pictures; name their file by --pictures")
    }
    let shape = settings.pictures.shape
    let read = try PictureFile.read(pictures, width: shape.width)
    guard read.shape == shape else {
      throw InputError(
        "these pictures are \(read.shape.width) by \(read.shape.height), and those that are made"
          + " \(shape.width) by \(shape.height)", file: pictures)
    }
    return read.pictures.map(\.pixels)
  }
}
