import Diffusion

/// The ways to go on with a prompt that is being typed.
struct PromptCompletion {
  /// The whole prompts, each beginning with what is typed.
  let prompts: [String]

  /// - Parameter typed: what stands there so far; after a word and a blank a joint can follow.
  init(of typed: String, in vocabulary: Vocabulary) {
    let words = vocabulary.words.map(\.name)
    let joints = Prompt.Joint.allCases.map(\.rawValue)
    let head = Self.head(of: typed, joints: joints)
    let part = typed.dropFirst(head.count)
    let grown = words.filter { $0.hasPrefix(part) && $0 != part }.map { head + $0 }
    // After a whole word comes a joint and another word.
    let before = typed.hasSuffix(" ") ? String(typed.dropLast()) : typed
    let whole = words.contains(String(before.dropFirst(head.count)))
    let joined = whole ? joints.map { "\(before) \($0) " } : []
    let first = typed.isEmpty ? ["\(Prompt.Joint.not.rawValue) "] : []
    prompts = (grown + joined + first).filter { $0.hasPrefix(typed) && $0 != typed }
  }

  /// What is typed up to the word that is being written: all that ends with a joint.
  private static func head(of typed: String, joints: [String]) -> String {
    let ends = joints.compactMap { joint -> String.Index? in
      if typed.hasPrefix("\(joint) "), !typed.contains(" \(joint) ") {
        return typed.dropFirst(joint.count + 1).startIndex
      }
      return typed.ranges(of: " \(joint) ").last?.upperBound
    }
    return ends.max().map { String(typed[..<$0]) } ?? ""
  }
}
