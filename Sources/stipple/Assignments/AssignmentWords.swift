import Diffusion
import TextScreen

/// An assignment in words: the task, what is fixed, what is open, what it earns.
struct AssignmentWords {
  private let assignment: Assignment

  private static let width = 78

  init(_ assignment: Assignment) { self.assignment = assignment }

  var text: String {
    let blocks = [
      [assignment.title, String(repeating: "=", count: assignment.title.count)],
      task, rules, points, hints,
    ]
    return blocks.map { lines in
      lines.reversed().drop(while: \.isEmpty).reversed().joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  /// The task, its paragraphs broken anew.
  private var task: [String] {
    let lines = assignment.task.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let paragraphs = lines.split { $0.allSatisfy(\.isWhitespace) }
    return Array(
      paragraphs.map { TextWrap.lines($0.joined(separator: " "), width: Self.width) }
        .joined(separator: [""]))
  }

  private var rules: [String] {
    let open = Self.list(assignment.open)
    let network =
      switch assignment.network {
      case .exact: "the exact model"
      case .given: "given, \(assignment.iterations) training steps"
      case .own: "yours, \(assignment.iterations) training steps"
      }
    let files = assignment.accepts.map(\.rawValue) + assignment.needs.map(\.rawValue)
    let lines =
      Self.indented(open, after: "open      ") + [
        "network   \(network)", "judged    \(assignment.count) points",
        "hand in   \(files.joined(separator: ", "))",
      ]
    let off = Int(100 * Assignment.shareForMissing)
    return lines
      + assignment.needs.map { "          without \($0.rawValue) \(off) % of the points go" }
  }

  private static func list(_ keys: [[String]]) -> String {
    keys.map { $0.joined(separator: ".") }.joined(separator: ", ")
  }

  /// Words in lines that stand below one another.
  private static func indented(_ words: String, after start: String) -> [String] {
    let blank = String(repeating: " ", count: start.count)
    return TextWrap.lines(words, width: width - start.count).enumerated().map { index, line in
      (index == 0 ? start : blank) + line
    }
  }

  private var points: [String] {
    assignment.parts.flatMap { part in
      let calls =
        part.mostCalls.map { most in
          ", at most \(most) \(most == 1 ? "call" : "calls") of the model for a sample"
        } ?? ""
      let open = part.open.map { Self.indented(Self.list($0), after: "  open here: ") } ?? []
      return ["\(part.title)\(calls)"] + open
        + part.thresholds.map { threshold in
          "  \(part.isLowerBetter ? "up to" : "from") \(threshold.value): \(threshold.points) points"
        }
    }
  }

  private var hints: [String] {
    let name = assignment.id
    let takesField = assignment.accepts.contains(.field)
    let own = assignment.accepts.contains { [.samples, .field].contains($0) }
    return ["stipple assignment \(name) --preset > mine.yaml"]
      + (takesField ? ["stipple assignment \(name) --places > places.csv"] : [])
      + [
        "stipple assignment \(name) --submit \(own && takesField ? "field.csv" : "mine.yaml")"
          + "\(assignment.needs.isEmpty ? "" : " why.txt") -o me.md"
      ]
  }
}
