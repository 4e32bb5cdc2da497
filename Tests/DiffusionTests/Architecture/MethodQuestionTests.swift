import Foundation
import Testing

/// Shared code asks an experiment's method; it never asks which method it is.
@Suite struct MethodQuestionTests {
  /// Ways to ask which method something is of.
  private static let questions = [
    #"isTransport\b"#, #"\btransport [!=]= nil"#, #"case \.(transport|diffusion|inverseCDF)\b"#,
    #"(if|guard) (let|case) [^=]*\btransport\b"#,
    #"(experiment|laboratory|kept|self)\??\.transport\b"#,
    #"\bas[?!]? (Transport|TransportSpecification|DiffusionProcess|DiffusionSettings)\b"#,
    #"\bis (Transport|TransportSpecification|DiffusionProcess|DiffusionSettings)\b"#,
    #"\bmethod(\.id)? [!=]= "#, #"[!=]= (Method)?\.(transport|diffusion)\b"#,
  ]

  @Test(
    "No file outside the methods' own folders asks which method it is",
    arguments: ["Diffusion", "stipple"])
  func nobodyAsks(in target: String) throws {
    let root = Self.root.appending(path: "Sources/\(target)")
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: root.path(percentEncoded: false)
    ).filter { $0.hasSuffix(".swift") }
    #expect(names.count > 50)
    for name in names where !name.hasPrefix("Methods/") {
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      for question in Self.asked(in: text) {
        Issue.record("\(target)/\(name) asks which method it is: \(question)")
      }
    }
  }

  @Test(
    "The questions are recognized",
    arguments: [
      "if state.isTransport {", "guard let transport = laboratory.transport else {",
      "experiment.transport == nil", "case .transport: 1", "process as? Transport",
      "if experiment.method == .transport {",
    ])
  func questionIsSeen(line: String) {
    #expect(!Self.asked(in: line).isEmpty)
  }

  private static func asked(in text: String) -> [Substring] {
    text.split(separator: "\n").filter { line in
      let isComment = line.drop { $0 == " " }.hasPrefix("//")
      return !isComment
        && questions.contains { line.range(of: $0, options: .regularExpression) != nil }
    }
  }

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
