/// Lessons, assignments and grids of runs, which teachers write.
extension HostileInput {
  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  static let teaching: [HostileInput] = [
    .init(.lesson, "", "the file is empty"),
    .init(.lesson, "title: a\n", "a lesson must have 'pages'"),
    .init(.lesson, "title: a\npages: []\n", "a lesson must have a page"),
    .init(.lesson, "pages: [{title: p, say: hi}]\n", "a lesson must have a 'title'"),
    .init(.lesson, "title: a\npages: \(many("[", 5000))\n", "not YAML"),
    .init(
      .lesson, "title: a\npages: [{title: p, say: a, do: nonsense}]\n", "no command 'nonsense'"),
    .init(.lesson, "title: a\npages: [{\"\\e[2J\": a}]\n", "[U+001B][2J"),
    .init(
      .lesson, "title: a\nexperiment: ../../etc/passwd.yaml\npages: [{say: a}]\n", "lies outside"),
    .init(.lesson, many("#\n", 1 << 20), "too large to read; at most 1 MB are"),
    .init(.assignment, "", "an assignment needs a title, a preset and parts"),
    .init(.assignment, "title: a\n", "an assignment needs preset: ..."),
    .init(.assignment, "title: a\ntask: b\npreset: {}\nparts: a\n", "must be a list, not 'a'"),
    .init(
      .assignment, "title: a\ntask: b\npreset: two-moons\nparts: []\n", "has 1 to 20 parts, not 0"),
    .init(
      .assignment, "iterations: 9223372036854775807\ntitle: a\ntask: b\npreset: {}\nparts: []\n",
      "must be from 1 to 100000"),
    .init(.assignment, "title: a\npreset: {distribution: {points: /etc/passwd}}\n", "lies outside"),
    .init(.grid, "", "a grid needs a preset and a command"),
    .init(.grid, "command: evaluate\n", "a grid needs a preset: NAME"),
    .init(.grid, "preset: two-moons\ncommand: rm -rf\n", "no command of a grid 'rm -rf'"),
    .init(
      .grid,
      "preset: two-moons\ncommand: evaluate\n"
        + ["seed", "particles", "steps"].enumerated().map { number, name in
          let values = "[\(many("1, ", 400))1]"
          return number == 2 ? "sampler: {steps: \(values)}\n" : "\(name): \(values)\n"
        }.joined(),
      "the grid has more than 10000 runs"),
    .init(
      .grid, "preset: two-moons\ncommand: evaluate\nflags: {\"a\\nb\": 1}\n",
      "Unknown option '--a b'"),
    .init(.grid, "preset: /etc/passwd\ncommand: evaluate\n", "lies outside"),
  ]

  /// Boards, sheets, results and sessions, which the program writes itself.
  static let records: [HostileInput] = [
    .init(.board, "board: 2\n", "no leader board of this version"),
    .init(.board, "entries: []\n", "no leader board of this version"),
    .init(.board, "board: 1\nentries: a\n", "must be a list"),
    .init(.board, "board: 1\nentries: [{}]\n", "has lost its assignment"),
    .init(.board, "board: 1\nentries: [\(many("{},", 10_001))]\n", "at most 10000 entries"),
    .init(.board, many("#\n", 5 << 20), "too large to read; at most 8 MB are"),
    .init(.sheet, "", "it has no record of an assignment"),
    .init(.sheet, "```yaml stipple-sheet\n", "the record has no end"),
    .init(.sheet, "```yaml stipple-sheet\n```\n", "does not end in its check sum"),
    .init(.sheet, "```yaml stipple-sheet\ncheck: \n```\n", "its check sum is not"),
    .init(.sheet, "```yaml stipple-sheet\ncheck: \u{1B}[2J\n```\n", "[U+001B][2J"),
    .init(.sheet, many("```yaml stipple-sheet\n", 3), "it has two records"),
    .init(.results, "x", "no whole line of JSON"),
    .init(.results, "\n\n{\"run\": 1}", "not a result of --json-line"),
    .init(.results, "[\(many("[", 100_000))", "no whole line of JSON"),
    .init(.results, "{\"run\": [1e999]}\n", "no whole line of JSON"),
    .init(.session, "", "not a session that this version"),
    .init(.session, "{}", "not a session that this version"),
    .init(.session, "[\(many("[", 100_000))", "not a session that this version"),
    .init(.session, [0xFF, 0xFE, 0x7B, 0x00], "not a session that this version"),
    .init(.report, "", "it has no line 'stipple_session: 1'"),
    .init(.report, "x\n", "a line 'key: value' was expected"),
    .init(.report, "stipple_session: 9223372036854775808\nevents:\n", "cannot read '922337"),
    .init(.report, "stipple_session: 2\nevents:\n", "must be 1, not 2"),
    .init(.report, "stipple_session: 1\nevents:\n", "a line 'experiment:' or 'session:'"),
    .init(
      .report, "stipple_session: 1\nexperiment: [\(many("[", 100_000))\nevents:\n", "cannot read"),
    .init(.report, "events:\nx\n", "an event begins with '- ['"),
    .init(.report, "events:\n- [1e999,\"opened\"]\n", "an event is a list in brackets"),
    .init(.report, "events:\n- \(many("[", 100_000))\n", "an event is a list in brackets"),
    .init(.report, "events:\n- [0,\"\\u001b[2J\"]\n", "[U+001B][2J"),
    .init(.report, "events:\n- [0,\"resized\",9223372036854775807,1]\n", "from 1 to 1000"),
    .init(.report, "events:\n- [0,\"trained\",9223372036854775808,1]\n", "a whole number from 0"),
  ]
}
