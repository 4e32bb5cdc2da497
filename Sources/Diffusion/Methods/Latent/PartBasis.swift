/// Which parts a part has learned from, by their fingerprints: latents and embeddings mean something
/// to it only as these very parts make them.
struct PartBasis: Sendable, Equatable {
  var fingerprints: [LatentPart: String] = [:]

  init() {}

  /// The parts that one stands on.
  init(of parts: LatentParts, for part: LatentPart) {
    for needed in part.needs { fingerprints[needed] = parts.fingerprint(of: needed) }
  }
}

/// A part that has learned from another one than is there.
public struct StrangePart: Error, Equatable, CustomStringConvertible {
  /// The part that has learned from another one.
  public let part: LatentPart
  /// The part that is not the one it has learned from.
  public let basis: LatentPart
  let expected: String
  let found: String

  public var description: String {
    "\(part.id) has learned from another \(basis.id) than this one (fingerprint \(expected), and"
      + " this has \(found)); take the \(basis.id) it was trained with, or train \(part.id) anew"
  }
}

extension LatentParts {
  /// A number by which a trained part can be told from others; nil where it is not there, or where no
  /// other stands on it.
  func fingerprint(of part: LatentPart) -> String? {
    switch part {
    case .autoencoder: autoencoder?.fingerprint
    case .text: text?.fingerprint
    case .clip: clip?.fingerprint
    case .diffusion: diffusion?.fingerprint
    case .classifier, .cascade, .autoregressive, .prior, .unclip, .word: nil
    }
  }

  private func basis(of part: LatentPart) -> PartBasis? {
    switch part {
    case .diffusion: diffusion?.basis
    case .autoregressive: autoregressive?.basis
    case .prior: prior?.basis
    case .unclip: unclip?.basis
    case .word: word?.basis
    case .autoencoder, .text, .classifier, .clip, .cascade: nil
    }
  }

  /// The first part that has learned from another one than is there; nil where all belong together.
  public var stranger: StrangePart? {
    for part in present {
      guard let known = basis(of: part)?.fingerprints else { continue }
      for needed in part.needs {
        guard let expected = known[needed], let found = fingerprint(of: needed),
          expected != found
        else { continue }
        return StrangePart(part: part, basis: needed, expected: expected, found: found)
      }
    }
    return nil
  }
}

extension AutoEncoder {
  var fingerprint: String {
    var print = Fingerprint()
    for coder in [form, tint].compactMap(\.self) {
      print.add(coder.encoder.parameters)
      print.add(coder.decoder.parameters)
      print.add(coder.centre)
      print.add(coder.spread)
    }
    return print.text
  }
}

extension PromptedDenoiser {
  var fingerprint: String {
    var print = Fingerprint()
    for group in groups {
      print.add(group.network.parameters)
      print.add(group.features.frequencies)
    }
    return print.text
  }
}

extension PictureMatcher {
  var fingerprint: String {
    var print = Fingerprint()
    print.add(pictures.parameters)
    print.add(texts.parameters)
    return print.text
  }
}

extension TextEncoder {
  /// Of the weights as a file keeps them.
  var fingerprint: String {
    var print = Fingerprint()
    print.add(parameters.map { Float($0) })
    print.add(scale)
    return print.text
  }
}
