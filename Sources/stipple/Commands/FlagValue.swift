import ArgumentParser
import Diffusion
import Foundation

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

  /// A list of such words with commas between them.
  static func list<Element>(
    of element: @escaping @Sendable (String) throws -> Element
  ) -> @Sendable (String) throws -> [Element] {
    { words in
      try words.split(separator: ",", omittingEmptySubsequences: false).map { word in
        try element(word.trimmingCharacters(in: .whitespaces))
      }
    }
  }

  /// The only value of a list, for commands that do their work once.
  static func one<Value>(_ list: [Value]?, of flag: String) throws(InputError) -> Value? {
    guard let list, list.count > 1 else { return list?.first }
    throw InputError("\(flag) takes one value here; lists of them are for 'stipple evaluate'")
  }

  /// A member of a small family without a list of its own, by its raw value.
  private static func choice<Member: RawRepresentable & CaseIterable>(
    _ word: String, of family: String
  ) throws -> Member where Member.RawValue == String {
    let names = Member.allCases.map(\.rawValue)
    guard let member = Spelling.known(word, among: names).flatMap(Member.init) else {
      throw UnknownName(name: word, family: family, known: names)
    }
    return member
  }

  /// The variance of DDPM's noise.
  static func variance(_ word: String) throws -> SamplerOptions.Variance {
    try choice(word, of: "variance")
  }

  /// How Langevin sampling changes levels.
  static func predictor(_ word: String) throws -> SamplerOptions.Predictor {
    try choice(word, of: "predictor")
  }

  /// How start noise is scaled.
  static func startScale(_ word: String) throws -> StartScale {
    try choice(word, of: "start scale")
  }

  /// The names of a family, for help and completion.
  static func names<Member: Choice>(of family: Member.Type) -> CompletionKind {
    .list(Member.allCases.map(\.id))
  }

  private struct Misfit: Error, CustomStringConvertible {
    let description: String
  }
}
