import Foundation
import Testing

@testable import stipple

/// The notebook beside the studies. It needs PyTorch, so that it is run by `run-notebook.py` alone;
/// what can be held without it is held here.
@Suite("The notebook") struct NotebookTests {
  private struct Notebook: Decodable {
    struct Cell: Decodable {
      let kind: String
      let source: [String]

      enum CodingKeys: String, CodingKey {
        case kind = "cell_type"
        case source
      }
    }
    let cells: [Cell]
  }

  private static func cells() throws -> [String] {
    let file = URL(filePath: "\(ShippedPresetsTests.folder)/studies/notebook.ipynb")
    return try JSONDecoder().decode(Notebook.self, from: Data(contentsOf: file)).cells
      .filter { $0.kind == "code" }.map { $0.source.joined() }
  }

  @Test("is what the README shows, cell by cell")
  func readme() throws {
    let readme = try String(
      contentsOfFile: "\(ShippedPresetsTests.folder)/../README.md", encoding: .utf8)
    let cells = try Self.cells()
    #expect(cells.count == 7)
    #expect(readme.contains("```python\n\(cells.joined(separator: "\n\n"))\n```"))
  }

  @Test("asks for what the program does", .enabled(if: Python.isThere))
  func commands() throws {
    // Every call of stipple(...); what is worked out in the notebook is a number.
    let reader = """
      import ast, json, sys
      calls = [node for node in ast.walk(ast.parse(sys.argv[1])) if isinstance(node, ast.Call)
               and getattr(node.func, "id", "") == "stipple"]
      print(json.dumps([[getattr(word, "value", "0") for word in call.args] for call in calls]))
      """
    let text = try Python.output(of: ["-c", reader, Self.cells().joined(separator: "\n")])
    let commands = try JSONDecoder().decode([[String]].self, from: Data(text.utf8))
    #expect(
      commands.map(\.first).sorted { $0 ?? "" < $1 ?? "" }
        == ["evaluate", "evaluate", "field", "render", "schedule", "train"])
    for words in commands {
      #expect(throws: Never.self, "\(words)") { _ = try Stipple.parseAsRoot(words) }
    }
  }
}
