import ArgumentParser
import Diffusion

/// How many importance weights tell the likelihood of a point.
struct ImportanceOption: ParsableArguments {
  /// How many there are unless somebody says.
  static let usual = 100
  private static let range = 1...100_000

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Of vae and hierarchical-vae, how many latents are drawn for the likelihood of a point;"
        + " \(Self.usual) unless given.",
      valueName: "k"),
    transform: FlagValue.whole)
  var importance: Int?

  var draws: Int { importance ?? Self.usual }

  func validate() throws {
    guard let importance, !Self.range.contains(importance) else { return }
    throw ValidationError(
      "--importance must be from 1 to \(Self.range.upperBound), not \(importance)")
  }

  /// Refuses what other methods have no use for.
  func refuse(unlessOf laboratory: Laboratory) throws(InputError) {
    if importance == nil || laboratory.vae != nil || laboratory.hierarchy != nil { return }
    throw InputError(
      "--importance is of use only to the methods vae and hierarchical-vae; leave it out")
  }
}
