import Foundation
import Interface
import Testing

@testable import stipple

@Suite("The README")
struct ReadmeTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test("has the key table that the program has")
  func keyTableIsFresh() throws {
    let readme = try Self.text("README.md")
    let open = try #require(readme.range(of: "stale -->\n"))
    let close = try #require(readme.range(of: "<!-- /keys -->"))
    let table = String(readme[open.upperBound..<close.lowerBound])
    #expect(table == KeyTable.markdown, "put this there:\n\(KeyTable.markdown)")
  }

  @Test("gives the test command that the checks before landing run")
  func testCommandIsTheOneThatIsRun() throws {
    let command = try #require(
      try Self.text("README.md").split(separator: "\n").first { $0.hasSuffix("; swift test") })
    let script = try Self.text(".ci/run")
    #expect(script.split(separator: "\n").contains(command))
  }

  @Test("and the Debian package have the version of the program")
  func packageHasTheVersion() throws {
    let changes = try Self.text(".debian/changelog")
    #expect(changes.hasPrefix("stipple (\(Stipple.version)) "))
    let told = Invocation("--version").output
    #expect(told.hasPrefix(Stipple.version))
  }
}
