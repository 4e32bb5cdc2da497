import ArgumentParser
import Diffusion

/// The flags of `train` for latent pictures.
struct LatentPartOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Of latent pictures, the part to train: \(LatentPart.allCases.map(\.id).joined(separator: ", ")); all in turn unless given.",
      valueName: "part"),
    completion: .list(LatentPart.allCases.map(\.id)), transform: FlagValue.member)
  var part: LatentPart?

  @Option(
    help: ArgumentHelp(
      "Files of the parts that --part stands on, with commas between.", valueName: "files"))
  var parts: String?

  @Option(
    help: ArgumentHelp(
      "Of latent pictures, a CSV file of the few pictures that --part word learns the word * from.",
      valueName: "file"))
  var pictures: String?

  /// Refuses what other methods have no use for.
  func refuse(unlessOf laboratory: Laboratory) throws(InputError) {
    if laboratory.latent != nil { return }
    if part != nil { throw InputError("--part is of use only to latent pictures; leave it out") }
    if parts != nil { throw InputError("--parts is of use only to latent pictures; leave it out") }
    if pictures != nil {
      throw InputError("--pictures is of use only to latent pictures; leave it out")
    }
  }
}

/// The prompt of latent pictures.
struct PromptOption: ExperimentOptions {
  @Option(
    help: ArgumentHelp(
      "Of latent pictures, what is asked for, such as 'bold red seven' or 'seven not bold'.",
      valueName: "text"))
  var prompt: String?

  func apply(to experiment: inout Experiment) throws(InputError) {
    guard let prompt else { return }
    guard var settings = experiment.methodSettings as? LatentSettings else {
      throw InputError(
        "--prompt is of use only to latent pictures; --label says which label is drawn")
    }
    do throws(PictureError) {
      _ = try PicturePrompt(prompt, in: settings.vocabulary)
    } catch {
      throw InputError("--prompt: \(error)")
    }
    settings.prompt = prompt
    experiment.methodSpecification = MethodSpecification(settings)
  }
}

/// How `sample` prints pictures.
struct TileOption: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("Of latent pictures, how they are printed.", valueName: "csv|svg|ansi"),
    completion: .list(TileFormat.allCases.map(\.rawValue)), transform: FlagValue.tiles)
  var format: TileFormat?

  /// Refuses what other methods have no use for.
  func refuse(unlessOf laboratory: Laboratory) throws(InputError) {
    if format == nil || laboratory.latent != nil { return }
    throw InputError("--format is of use only to latent pictures; -o writes points to a file")
  }
}

/// How pictures are printed.
enum TileFormat: String, CaseIterable {
  case csv
  case svg
  case ansi
}

extension FlagValue {
  /// A form of printed pictures, by name.
  static func tiles(_ word: String) throws -> TileFormat {
    guard let format = TileFormat(rawValue: word) else {
      throw UnknownName(name: word, family: "form", known: TileFormat.allCases.map(\.rawValue))
    }
    return format
  }
}
