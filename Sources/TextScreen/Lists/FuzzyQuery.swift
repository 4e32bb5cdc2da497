/// A few typed letters, taken apart once for all the texts that are searched for them.
public struct FuzzyQuery: Sendable, Equatable {
  /// The lower-case letters of its words.
  let words: [[Unicode.Scalar]]

  public init(_ text: String) {
    words = text.lowercased().split(separator: " ").map { Array($0.unicodeScalars) }
  }
}
