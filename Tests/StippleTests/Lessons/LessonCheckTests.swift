import Foundation
import Testing

@testable import stipple

/// `stipple lesson check` on lessons with mistakes that only playing them finds.
@Suite("Checking lessons") struct LessonCheckTests {
  /// A lesson of one page, small enough for a debug build.
  private static func lesson(_ page: String) -> String {
    """
    title: t
    experiment:
      {particles: 30, model: exact, schedule: {timesteps: 40}, sampler: {kind: ddim, steps: 4}}
    pages:
      - title: One
    \(page.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
    """
  }

  private static func checked(_ page: String) throws -> Invocation {
    let scratch = try Scratch()
    let path = scratch.file("l.yaml")
    try lesson(page).write(toFile: path, atomically: true, encoding: .utf8)
    return Invocation("lesson", "check", path)
  }

  @Test("A page that says what is so has nothing wrong with it")
  func good() throws {
    let run = try Self.checked(
      """
      do: [pause, direction forward, time 0.5]
      say: "{time} and {step}"
      predict: {ask: x, number: step, answer: 40, tolerance: 0.5, do: end, explain: "{step}"}
      goal: {that: step > 30, model_answer: step 15, explain: done}
      """)
    #expect(run.status == 0, "\(run.output)\(run.notes)")
  }

  @Test("A lesson that cannot be read takes no other along")
  func several() throws {
    let scratch = try Scratch()
    let good = try scratch.write(Self.lesson("say: x"), to: "good.yaml")
    let bad = try scratch.write("title: t\npages: [{say: hi}]\n", to: "bad.yaml")
    let missing = scratch.file("none.yaml")
    let run = Invocation("lesson", "check", missing, bad, good)
    #expect(run.status == 1)
    #expect(run.lines.contains { $0.hasSuffix("good.yaml: 1 pages, nothing wrong") })
    #expect(run.notes.contains { $0.contains("none.yaml: cannot be read") })
    #expect(run.notes.contains { $0.contains("bad.yaml:2:9:") })
  }

  private static let faulty: [(page: String, complaint: String)] = [
    ("say: x\ndo: [pause, time x]", ":7:17: 'x' is no number, such as 0.5"),
    (
      "say: x\ndo: [pause, set schedule cosin]",
      ":7:17: there is no schedule 'cosin'; did you mean 'cosine'?"
    ),
    (
      "say: x\ndo: end\npredict: {ask: x, number: step, answer: 12, tolerance: 1, explain: x}",
      ":8:45: the answer is said to be 12, and the program measures 40"
    ),
    (
      """
      say: x
      predict: {ask: x, choose: [{say: a, when: time < 2}, {say: b, when: time < 3}], answer: 1, explain: x}
      """, ":7:93: one choice must be right, and 1 and 2 are"
    ),
    (
      "say: x\ndo: [pause, time 0]\ngoal: {that: step > 10, model_answer: step 5}",
      ":8:18: the model answer does not reach 'step > 10': step is 5"
    ),
    (
      "say: x\ndo: [pause, time 0]\ngoal: {that: step < 10, model_answer: step 5}",
      ":8:18: the goal is reached before anything is done"
    ),
    (
      """
      experiment: {distribution: eight-gaussians}
      say: x
      do: [pause, prompt east, time 0]
      """, ":5:5: time goes on, for a line behind 'pause' begins the run; say 'pause' last"
    ),
    (
      """
      experiment: {model: {kind: learned, hidden: [8]}, training: {batch: 16}}
      say: x
      do: [pause, train on, wait 0.1, direction reverse, time 0, wait 0.1, train off, time 0]
      """,
      ":5:5: the run on the screen is that of the network after 36 training steps, and there are 72;"
        + " 'direction forward, direction reverse, time 0' draws it anew"
    ),
    (
      "say: \"{label-probability nobody 0 0}\"",
      ":5:5: the figure 'label-probability nobody 0 0' cannot be measured here: the data has no label 'nobody'"
    ),
    (
      "say: |\n" + (1...10).map { "  - item \($0)" }.joined(separator: "\n"),
      ":5:5: the text takes 10 rows of 60 columns; 9 fit on a screen of 80 x 24"
    ),
    (
      "say: |\n  x\n\n      " + String(repeating: "ε", count: 30),
      ":5:5: the text, said as flow-matching does, has a line of 62 columns; 60 fit"
    ),
    (
      "say: |\n  x\n\n      " + String(repeating: "=", count: 59),
      ":5:5: the text has a line of 61 columns; 60 fit"
    ),
  ]

  @Test("What is not so is found, with its place", arguments: faulty)
  func found(page: String, complaint: String) throws {
    let run = try Self.checked(page)
    #expect(run.status == 1)
    let line = try #require(run.lines.first)
    #expect(line.hasSuffix("l.yaml\(complaint)"), "\(run.output)\(run.notes)")
    #expect(run.lines.count == 1, "\(run.output)")
    #expect(run.notes == ["stipple: 1 thing is wrong"])
  }

  @Test("A hand-out has the words, the figures and a picture of every page")
  func handOut() throws {
    let scratch = try Scratch()
    let (path, folder) = (scratch.file("l.yaml"), scratch.file("out"))
    try Self.lesson("do: [pause, step 3]\nsay: \"After **three**: {step}.\"\nfigures: step")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let run = Invocation("lesson", "export", path, "-o", folder)
    #expect(run.status == 0, "\(run.notes)")
    let text = try String(contentsOfFile: "\(folder)/README.md", encoding: .utf8)
    #expect(text.contains("## 1. One\n\nAfter **three**: 3.\n\n![One](page-1.svg)"))
    #expect(text.contains("| step | 3 |"))
    let picture = try String(contentsOfFile: "\(folder)/page-1.svg", encoding: .utf8)
    #expect(picture.hasPrefix("<svg") || picture.hasPrefix("<?xml"))
    let plain = Invocation("lesson", path, "--plain")
    #expect(plain.output.contains("Page 1: One\nAfter three: 3.\nstep: 3\nOn the screen: "))
  }
}
