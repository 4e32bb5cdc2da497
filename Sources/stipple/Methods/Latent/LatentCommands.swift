import Diffusion
import Yams

/// Latent pictures at the command line.
struct LatentCommands: MethodCommands {
  let method = Method.latent

  /// A VAE of the plane has latents too: what is said of pictures, or for this method alone, tells them
  /// apart.
  func isMeant(by entries: [String: PresetValue]) -> Bool {
    guard isKept(by: entries) else { return false }
    let others = Method.allCases.filter { $0 != method }.flatMap(\.keys)
    let own = method.keys.filter { !others.contains($0) }
    return own.contains { entries[$0] != nil } || entries["distribution"]?.isOfPictures == true
  }

  func isKept(by entries: [String: PresetValue]) -> Bool { entries["latents"] != nil }

  func read(
    _ entries: [String: PresetValue], by reader: PresetReader, into experiment: inout Experiment
  ) throws(InputError) -> any MethodSettings {
    var settings = experiment.methodSettings as? LatentSettings ?? LatentSettings()
    if let value = entries["distribution"] {
      settings.pictures = try reader.pictureSource(value)
    } else if experiment.methodSettings is LatentSettings == false {
      experiment.distribution = .named(.digits)
      if entries["title"] == nil { experiment.title = experiment.distribution.title }
    }
    if let value = entries["latents"] { settings.latents = try value.whole() }
    if let value = entries["autoencoder"] {
      settings.isVariational =
        try value.member(of: AutoEncoderKind.self, called: "auto-encoder") == .variational
    }
    if let value = entries["encoder"] {
      settings.encoder = try value.member(of: TextEncoderKind.self, called: "text encoder")
    }
    if let value = entries["negation"] {
      settings.negation = try value.member(of: NegationKind.self, called: "negation")
    }
    if let value = entries["generator"] {
      settings.generator = try value.member(of: LatentMaker.self, called: "generator")
    }
    if let value = entries["cascade"] {
      let isOff = (try? value.text()) == Self.off
      settings.cascade = isOff ? nil : try value.number()
    }
    if let value = entries["region"] { settings.region = try Self.region(value) }
    if let value = entries["prompt"] {
      // In quotes nothing is a prompt too.
      let isNothing = value.node.scalar?.string.isEmpty == true && !value.isNull
      settings.prompt = isNothing ? "" : try value.text()
    }
    if let value = entries["prompt_weight"] { settings.promptWeight = try value.number() }
    if case .given = settings.pictures, entries["prompt"] == nil,
      (try? PicturePrompt(settings.prompt, in: settings.vocabulary)) == nil
    {
      settings.prompt = settings.vocabulary.words[0]
    }
    return settings
  }

  func entries(of experiment: Experiment, path: String) -> [PresetWriter.Entry] {
    guard let settings = experiment.methodSettings as? LatentSettings else { return [] }
    return [
      nameEntry,
      (
        "how many numbers a picture is encoded in, from 2 to 4", "latents",
        Node("\(settings.latents)")
      ),
      (
        "plain, or variational: codes that are Gaussians", "autoencoder",
        Node((settings.isVariational ? AutoEncoderKind.variational : .plain).rawValue)
      ),
      (
        "bag-of-words, or attention, which reads words in their order", "encoder",
        Node(settings.encoder.rawValue)
      ),
      (
        "who turns away from words after 'not': guidance or encoder", "negation",
        Node(settings.negation.rawValue)
      ),
      ("what is asked for", "prompt", Node(settings.prompt, Tag(.str), .doubleQuoted)),
      (
        "how far to go to the prompt's own estimate: 1 is there", "prompt_weight",
        Node("\(settings.promptWeight)")
      ),
      (
        "what makes latents: diffusion, autoregressive, dall-e or dall-e-autoregressive",
        "generator", Node(settings.generator.rawValue)
      ),
      (
        "off, or the noise on what a cascade to twice the size is told, from 0 to 1", "cascade",
        Node(settings.cascade.map { "\($0)" } ?? Self.off)
      ),
      (
        "off, a subject, or discs [x, y, radius] of the plane that latents are to lie in", "region",
        Self.node(of: settings.region)
      ),
    ]
  }

  /// The word for no cascade, and for no region.
  static let off = "off"

  func sample(_ command: SampleCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.samplePictures(in: laboratory, on: console)
  }

  /// Those of several files together, named with commas between.
  func weights(
    ofFile path: String, for laboratory: Laboratory, on console: Console
  ) throws(InputError) -> any TrainedWeights {
    guard let settings = laboratory.latent?.settings else {
      throw InputError("there are no pictures")
    }
    return try LatentPartFiles(settings: settings, console: console).weights(path)
  }

  func train(_ command: TrainCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.trainParts(laboratory, on: console)
  }

  func field(_ command: FieldCommand, in laboratory: Laboratory, on console: Console) throws {
    throw InputError(
      "the density of latents is not known; 'stipple evaluate' judges the pictures made of them")
  }

  func diffuse(_ command: DiffuseCommand, in laboratory: Laboratory, on console: Console) throws {
    throw InputError("latents are noised in training alone; leave this command to other methods")
  }

  func source(
    for command: EvaluateCommand, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource { NoPoints() }

  func judgement(
    of laboratory: Laboratory, by command: EvaluateCommand, on console: Console
  ) throws -> EvaluationRun.Result? {
    try command.judgePictures(in: laboratory, on: console)
  }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] {
    guard let settings = experiment.methodSettings as? LatentSettings else { return [:] }
    return [
      "method": .text(method.id), "latents": .whole(settings.latents),
      "encoder": .text(settings.encoder.rawValue), "prompt_weight": .number(settings.promptWeight),
      "generator": .text(settings.generator.rawValue),
    ]
  }
}

/// The words for auto-encoders in a preset.
private enum AutoEncoderKind: String, CaseIterable {
  case plain
  case variational
}

/// What stands for the points of a method whose samples are pictures.
private struct NoPoints: SampleSource {
  func samples(
    in laboratory: Laboratory, count: Int, on console: Console
  ) throws -> (set: SampleSet, networkCalls: Int) {
    throw WorkError("there are pictures and no points")
  }
}
