import Diffusion
import Interface
import Testing

@testable import stipple

/// Reading lessons.
@Suite("Lessons from files") struct LessonReaderTests {
  private static func read(_ text: String) throws(InputError) -> Lesson {
    try LessonReader(file: "l.yaml", presets: PresetLibrary(folders: [])).lesson(
      from: text, id: "l")
  }

  @Test("A page has what its keys say, and the experiment of its lesson")
  func pages() throws {
    let lesson = try Self.read(
      """
      title: Two pages
      topics: [a, b]
      experiment: {particles: 40, seed: 5}
      pages:
        - {title: One, say: "It is {alpha-bar 3}."}
        - title: Two
          experiment: two-moons
          do: [pause, wait 0.5]
          say: x
          look: [1, -2, 0.5]
          locked: [schedule, time]
          hidden: samples
      """)
    #expect(lesson.topics == ["a", "b"] && lesson.pages.count == 2)
    let (one, two) = (lesson.pages[0], lesson.pages[1])
    #expect(one.experiment.particles == 40 && one.experiment.seed == 5)
    #expect(one.text.readings.map(\.description) == ["alpha-bar 3"])
    #expect(two.experiment.title == "Two moons" && two.source == "l.yaml:6:5")
    #expect(two.highlight == .region(centre: .init(1, -2), radius: 0.5))
    #expect(two.locked == [.schedule, .time] && two.hidden.map(\.id) == ["samples"])
  }

  /// What stands in a page after its title and text, and what is said of it.
  private static let mistakes: [(page: String, complaint: String)] = [
    ("do: [paus]", "l.yaml:5:10: there is no command 'paus'; did you mean 'pause'?"),
    (
      "do: [pause, wait -3]",
      "l.yaml:5:17: 'wait -3' is no pause; say wait and from 0 to 600 seconds"
    ),
    ("do: [pause, step]", "l.yaml:5:17: 'step' needs a value: step N"),
    ("doo: [pause]", "l.yaml:5:5: there is no key 'doo'; did you mean 'do'?"),
    (
      "figures: [alpha-baar]",
      "l.yaml:5:15: there is no figure 'alpha-baar'; did you mean 'alpha-bar'?"
    ),
    ("figures: [score-x 1]", "l.yaml:5:15: 'score-x' needs Y: score-x X Y"),
    ("figures: [time 3]", "l.yaml:5:15: '3' is too much for 'time'"),
    ("look: shedule", "l.yaml:5:11: there is no panel 'shedule'; did you mean 'schedule'?"),
    (
      "locked: [trainning]", "l.yaml:5:14: there is no part 'trainning'; did you mean 'training'?"
    ),
    (
      "hints: ['{{t = 1 | emd: t = 0}}']",
      "l.yaml:5:13: there is no notation 'emd'; did you mean 'edm'?"
    ),
    ("hints: ['{{t = 1 | edm: t = 0}']", "l.yaml:5:13: '{{' is never closed by '}}'"),
    (
      "hints: ['{{t = 1}}']",
      "l.yaml:5:13: '{{t = 1}}' has no words of a notation: {{t = 1 | edm: ...}}"
    ),
    (
      "goal: {that: alpha-bar, model_answer: end}",
      "l.yaml:5:18: 'alpha-bar' is no condition; say a figure, < or >, and a number, as in"
        + " last-alpha-bar < 0.001"
    ),
    ("goal: {that: alpha-bar < 1}", "l.yaml:5:11: goal must have 'model_answer'"),
    (
      "predict: {ask: x, number: time, tolerance: 1, explain: x}",
      "l.yaml:5:14: predict must have an 'answer', which the program's figure is held against"
    ),
    (
      "predict: {ask: x, number: time, answer: 1, explain: x}",
      "l.yaml:5:14: predict must have 'tolerance'"
    ),
    (
      "predict: {ask: x, number: tyme, answer: 1, tolerance: 1, explain: x}",
      "l.yaml:5:31: there is no figure 'tyme'; did you mean 'time'?"
    ),
    (
      "predict: {ask: x, answer: 1, tolerance: 1, explain: x}",
      "l.yaml:5:14: predict must have one of choose, number, place, curve, not 0"
    ),
    (
      "predict: {ask: x, choose: [{say: a, when: time < 1}, {say: b, when: time > 1}], answer: 3,"
        + " explain: x}",
      "l.yaml:5:93: answer must be the number of a choice, from 1 to 2"
    ),
    (
      "predict: {ask: x, curve: {figure: alpha-bar, at: [1, 2], range: [0, 1]}, answer: [1],"
        + " tolerance: 1, explain: x}",
      "l.yaml:5:86: answer must be a list of 2 numbers, not a list of 1"
    ),
  ]

  @Test("A mistake is refused with its place and what would be right", arguments: mistakes)
  func refused(page: String, complaint: String) throws {
    let text = "title: t\npages:\n  - title: One\n    say: x\n    \(page)\n"
    let error = try #require(throws: InputError.self) { try Self.read(text) }
    #expect(error.description == complaint)
  }

  @Test("A lesson needs pages, a page needs words, and a name has to exist")
  func incomplete() throws {
    for (text, complaint) in [
      ("", "l.yaml:1:1: a lesson must have pages; the file is empty"),
      ("title: t", "l.yaml:1:1: a lesson must have 'pages'"),
      ("title: t\npages: []", "l.yaml:2:8: a lesson must have a page"),
      ("title: t\npages:\n  - title: One", "l.yaml:3:5: page 1 must have 'say'"),
    ] {
      let error = try #require(throws: InputError.self) { try Self.read(text) }
      #expect(error.description == complaint)
    }
    let run = Invocation("lesson", "the-shedule", "--plain")
    #expect(run.status == 2)
    #expect(
      run.notes == ["stipple: there is no lesson 'the-shedule'; did you mean 'the-schedule'?"])
  }
}
