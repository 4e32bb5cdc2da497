import ArgumentParser
import Diffusion

/// The words after a flag as the values they stand for.
///
/// Used as the `transform` of options, so that a bad word is answered with the nearest right one.
enum FlagValue {
  /// A member of a family, by name.
  static func member<Member: Choice>(_ word: String) throws -> Member {
    try Member.named(word)
  }

  /// A whole number; whoever uses it says which range is right.
  static func whole(_ word: String) throws -> Int {
    guard let number = Int(word) else { throw Misfit(description: "it must be a whole number") }
    return number
  }

  /// A seed.
  static func seed(_ word: String) throws -> UInt64 {
    guard let number = UInt64(word) else {
      throw Misfit(description: "it must be a whole number from 0 to \(UInt64.max)")
    }
    return number
  }

  /// A finite number.
  static func number(_ word: String) throws -> Double {
    guard let number = Numeral.double(word) else {
      throw Misfit(description: "it must be a finite number")
    }
    return number
  }

  /// A positive number, with the word it was typed as.
  static func positive(_ word: String) throws -> MetricSettings.Named {
    guard let number = Numeral.double(word), number > 0 else {
      throw Misfit(description: "it must be a finite number above 0")
    }
    return MetricSettings.Named(name: word, value: number)
  }

  /// The variance of DDPM's noise.
  static func variance(_ word: String) throws -> SamplerOptions.Variance {
    guard let variance = SamplerOptions.Variance(rawValue: word) else {
      throw UnknownName(
        name: word, family: "variance", known: SamplerOptions.Variance.allCases.map(\.rawValue))
    }
    return variance
  }

  /// The names of a family, for help and completion.
  static func names<Member: Choice>(of family: Member.Type) -> CompletionKind {
    .list(Member.allCases.map(\.id))
  }

  private struct Misfit: Error, CustomStringConvertible {
    let description: String
  }
}
