import Testing

extension ScreenTests {
  @Test(
    "Labels of other scripts are on the glass, by ncurses and by our own drawing",
    arguments: ["", "truecolor"])
  func otherScripts(colours: String) throws {
    let labels =
      "--set '{title: Small, distribution: {components: [{mean: [-1, 0], std: 0.2, label: 東京},"
      + " {mean: [1, 0], std: 0.2, label: 🌙}]}}' --play 'prompt 東京 or 🌙'"
    let run = try ScreenRun(
      environment: ["COLORTERM": colours], through: #"exec "$@" "# + labels)
    #expect(run.wait(for: "prompt 東京 or 🌙  "), "\(run.text)")
    let line = run.terminal.screen.lines.first { $0.contains("prompt 東京") } ?? ""
    #expect(line.hasSuffix("│"), "\(line)")
    // A letter two columns wide stands for two of them.
    #expect(line.unicodeScalars.count == 120 - 3, "\(line)")
  }
}
