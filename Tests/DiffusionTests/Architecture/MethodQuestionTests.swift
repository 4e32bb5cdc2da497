import Foundation
import Testing

/// Shared code asks an experiment's method; it never asks which method it is.
///
/// It would ask if it compared methods, looked whether an experiment is of one of them, or cast
/// something to a type that stands in a method's folder. The front end has no business with a method
/// that its folder does not do: outside it, the method is not even named.
@Suite struct MethodQuestionTests {
  /// Ways to ask which method something is of. (`.diffusion` is a coefficient too.)
  private static let questions = pattern(
    [
      #"isTransport\b"#, #"\btransport [!=]= nil"#, #"case \.(transport|inverseCDF|flowMap)\b"#,
      #"(if|guard) (let|case) [^=\n]*\btransport\b"#,
      #"(experiment|laboratory|kept|self)\??\.transport\b"#,
      #"switch [^{\n]*\b(experiment|laboratory)\.method\b"#,
      #"\bmethod(\.id)? [!=]= "#, #"[!=]= (Method)?\.(transport|diffusion)\b"#,
      #"\b(as|is)[?!]? (any )?("# + typesOfMethods().joined(separator: "|") + #")\b"#,
    ])

  /// The names of methods, of which the engine alone has uses outside their folders.
  private static let names = pattern([
    #"(?i)transport"#, #"(?i)inverse-?cdf"#, #"(?i)flow-?map"#,
  ])

  @Test(
    "No file outside the methods' own folders asks which method it is",
    arguments: ["Diffusion", "Interface", "stipple"])
  func nobodyAsks(in target: String) throws {
    let files = try Self.files(in: target)
    #expect(files.count > 50)
    let isFrontEnd = target == "Interface"
    for name in files where !name.hasPrefix("Methods/") {
      let text = try String(contentsOf: Self.folder(target).appending(path: name), encoding: .utf8)
      let found = Self.asked(in: text, by: Self.questions)
      for question in found + (isFrontEnd ? Self.asked(in: text, by: Self.names) : []) {
        Issue.record("\(target)/\(name) asks which method it is: \(question)")
      }
    }
  }

  @Test(
    "The questions are recognized",
    arguments: [
      "if state.isTransport {", "guard let transport = laboratory.transport else {",
      "experiment.transport == nil", "case .transport: 1", "process as? Transport",
      "if experiment.method == .transport {", "switch experiment.method {",
      "stage.method is TransportStage",
      "(model as? any VelocityField)", "guard let own = weights as? InverseCDFWeights else {",
    ])
  func questionIsSeen(line: String) {
    #expect(!Self.asked(in: line, by: Self.questions).isEmpty)
  }

  @Test("A method's name is recognized, and a comment asks nothing")
  func nameIsSeen() {
    #expect(!Self.asked(in: "let start = laboratory.transportStart()", by: Self.names).isEmpty)
    #expect(!Self.asked(in: "let id = \"inverse-cdf\"", by: Self.names).isEmpty)
    #expect(Self.asked(in: "  /// Here a transport would help.", by: Self.names).isEmpty)
  }

  private static func pattern(_ alternatives: [String]) -> NSRegularExpression? {
    try? NSRegularExpression(pattern: alternatives.joined(separator: "|"), options: [])
  }

  /// The lines of code in which a pattern is found.
  private static func asked(in text: String, by pattern: NSRegularExpression?) -> [String] {
    let all = text as NSString
    guard let pattern else { return ["no pattern"] }
    let matches = pattern.matches(in: text, range: NSRange(location: 0, length: all.length))
    return matches.map { all.substring(with: all.lineRange(for: $0.range)) }
      .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.hasPrefix("//") }
  }

  /// The types that stand in the folder of a method.
  private static func typesOfMethods() -> [String] {
    ["Diffusion", "Interface", "stipple"].flatMap { target -> [String] in
      let files = (try? files(in: target)) ?? []
      return files.filter { $0.hasPrefix("Methods/") && $0.dropFirst(8).contains("/") }.flatMap {
        (try? String(contentsOf: folder(target).appending(path: $0), encoding: .utf8))
          .map(types) ?? []
      }
    }
  }

  private static func types(declaredIn text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split { !$0.isLetter && !$0.isNumber }
      let kinds = ["struct", "enum", "class", "protocol", "actor"]
      guard !line.hasPrefix(" "), !line.hasPrefix("//"),
        let kind = words.firstIndex(where: { kinds.contains(String($0)) }),
        words.indices.contains(kind + 1)
      else { return nil }
      return String(words[kind + 1])
    }
  }

  private static func files(in target: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder(target).path(percentEncoded: false))
      .filter { $0.hasSuffix(".swift") }
  }

  private static func folder(_ target: String) -> URL {
    URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/\(target)")
  }
}
