import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("A lesson on the screen")
struct LessonScreenTests {
  static func script(_ line: String) throws -> Script { try Script(play: line) }

  /// Three pages: a text, a question with choices, and a goal.
  static func lesson() throws -> Lesson {
    var first = LessonPage(title: "Words", experiment: .small, source: "l:1:1")
    first.script = try script("pause; time 0.5")
    first.text = try LessonText("At step **{step}** of it.")
    first.figures = [try FigureReading("alpha-bar")]
    first.highlight = .panel(.quality)
    first.hidden = [.training]
    var second = LessonPage(title: "A question", experiment: .small, source: "l:2:1")
    second.script = try script("pause; start")
    second.text = try LessonText("Think of it.")
    second.locked = [.schedule, .time]
    second.prediction = Prediction(
      question: try LessonText("Which step is the last?"),
      kind: .choice(
        [
          .init("forty", when: [try LessonCondition("step > 39")]),
          .init("fewer", when: [try LessonCondition("step < 39")]),
        ], stated: 1),
      tolerance: 0, showing: try script("end"),
      explanation: try LessonText("It is {step}."), source: "l:2:9")
    var third = LessonPage(title: "A goal", experiment: .small, source: "l:3:1")
    third.script = try script("pause; time 0")
    third.text = try LessonText("Go on to beyond ten.")
    third.hints = [try LessonText("Press an arrow.")]
    third.goal = LessonPage.Goal(
      conditions: [try LessonCondition("step > 10")], modelAnswer: try script("step 12"),
      explanation: try LessonText("There you are."), source: "l:3:9")
    return Lesson(id: "l", title: "L", summary: "", topics: [], pages: [first, second, third])
  }

  static func player(_ size: Size = Size(columns: 80, rows: 24)) throws -> Player {
    var player = try Player(size: size)
    player.perform(.lesson(.open(try lesson())))
    return player
  }

  @Test("a network of a page learns where a line of it says so, and not by itself")
  func trainingWaits() throws {
    var experiment = Experiment.small
    experiment.model = ModelSpecification(
      kind: .learned, network: NetworkSpecification(hidden: [8]))
    experiment.training.batch = 16
    var waiting = LessonPage(title: "Untrained", experiment: experiment, source: "l:1:1")
    waiting.script = try Self.script("pause; wait 0.2; set predicts noise; wait 0.2")
    var learning = waiting
    learning.script = try Self.script("pause; train on; wait 0.2; train off; wait 0.2")
    let lesson = Lesson(
      id: "l", title: "L", summary: "", topics: [], pages: [waiting, learning])
    var player = try Player()
    player.perform(.lesson(.open(lesson)))
    #expect(player.state.training.activity == .idle && player.state.training.steps == 0)
    player.press("enter")
    #expect(player.state.training.activity == .paused && player.state.training.steps == 72)
    // What is done by hand is done, and once the lesson is closed everything is as usual.
    player.press("backspace", "t")
    #expect(player.state.training.activity == .running)
    player.perform(.lesson(.close))
    var other = player.state.experiment
    other.model.network.hidden = [9]
    player.perform(.experiment(.change(other)))
    #expect(player.state.training.activity == .running && player.state.training.steps == 0)
  }

  @Test("the notation of whoever reads goes along from page to page, but for one that has its own")
  func notation() throws {
    var pages = try Self.lesson().pages
    pages[1].experiment.notation = .edm
    var player = try Player()
    player.perform(
      .lesson(.open(Lesson(id: "l", title: "L", summary: "", topics: [], pages: pages))))
    try player.say("set notation flow-matching")
    player.perform(.lesson(.page(1)))
    #expect(player.state.notation == .edm)
    player.perform(.lesson(.page(2)))
    #expect(player.state.notation == .flowMatching)
    player.perform(.lesson(.show))
    #expect(player.state.notation == .flowMatching && player.state.frame.step == 12)
    try player.say("set notation ddpm")
    player.perform(.lesson(.page(0)))
    #expect(player.state.notation == .ddpm)
  }

  @Test("enter goes through text, question and answer, and backspace the same way back")
  func walk() throws {
    var player = try Self.player()
    #expect(player.picture.contains("At step 20 of it."))
    let first = player.state.frame.points
    player.press("enter")
    #expect(player.picture.contains("Think of it.") && player.state.frame.step == 0)
    player.press("enter")
    #expect(player.picture.contains("1  forty") && player.picture.contains("2  fewer"))
    // A choice has to be made.
    player.press("enter")
    #expect(player.state.lesson?.phase == .asked)
    let sheet = ScreenLayout(player.state).sheet
    let other = Mouse(.press, column: sheet.x + 6, row: sheet.y + 4)
    player.perform(.mouse(other))
    #expect(player.state.lesson?.phase == .asked, "no choice stands there")
    player.perform(.mouse(Mouse(.press, column: sheet.x + 6, row: sheet.y + 3)))
    #expect(player.picture.contains("It is 40.") && player.picture.contains("not quite"))
    #expect(player.state.lesson?.guess == [2] && player.state.lesson?.answer == [1])
    player.press("backspace")
    #expect(player.state.lesson?.phase == .reading && player.state.frame.step == 0)
    player.press("backspace")
    #expect(player.state.frame.points == first && player.picture.contains("At step 20 of it."))
    player.press("backspace")
    #expect(player.state.notice?.text == "this is the first page")
  }

  @Test("a page shows the same from either side, whatever was done before")
  func entered() throws {
    var player = try Self.player()
    try player.command("lesson page 3")
    let entered = player.state
    try player.command("set schedule cosine")
    player.press("right", "v")
    try player.command("lesson page 1")
    player.press("x", "f")
    player.press("enter", "enter", "1", "enter")
    #expect(player.state.lesson?.index == 2)
    #expect(player.state.experiment == entered.experiment)
    #expect(player.state.frame.points == entered.frame.points)
    #expect(player.state.view == entered.view)
  }

  @Test("figures follow what is done, and the goal is told when it is reached")
  func goal() throws {
    var player = try Self.player()
    try player.command("lesson page 3")
    #expect(player.picture.contains("goal open"))
    player.press("!")
    #expect(player.picture.contains("Press an arrow."))
    player.press("!")
    #expect(player.picture.contains("Go on to beyond ten."))
    player.press("shift-right")
    player.wait(0.5)
    #expect(player.state.lesson?.isGoalReached == false)
    player.press("right")
    player.wait(0.5)
    #expect(player.state.lesson?.isGoalReached == true)
    #expect(player.picture.contains("There you are.") && player.picture.contains("goal reached"))
    try player.command("lesson page 3")
    #expect(player.state.lesson?.isGoalReached == false)
    player.press("~")
    player.wait(0.5)
    #expect(player.state.frame.step == 12 && player.state.lesson?.isGoalReached == true)
  }

  @Test("what a page locks stays as it is, and it is said why; what it hides is out of sight")
  func locked() throws {
    var player = try Self.player()
    #expect(!player.state.sidePanels.contains(.training))
    player.press("enter")
    #expect(player.state.sidePanels.contains(.training))
    let before = player.state.experiment
    for line in ["set schedule cosine", "step 3", "time 0.5"] {
      player.perform(.line(.openCommandLine(line)), .overlay(.accept), .overlay(.back))
      #expect(player.state.experiment == before && player.state.frame.step == 0, "\(line)")
    }
    player.press("right")
    #expect(player.state.notice?.text == "this page of the lesson leaves the clock as it is")
    try player.command("set seed 9")
    #expect(player.state.experiment.seed == 9)
  }

  @Test("numbers are typed, places are clicked, curves are drawn")
  func answers() throws {
    var page = LessonPage(title: "P", experiment: .small, source: "l:1:1")
    page.script = try Self.script("pause; time 0.5")
    page.text = try LessonText("x")
    func asked(_ kind: Prediction.Kind, _ tolerance: Double) throws -> Player {
      var page = page
      page.prediction = Prediction(
        question: try LessonText("How?"), kind: kind, tolerance: tolerance, showing: Script(),
        explanation: try LessonText("So."), source: "l:1:1")
      var player = try Player()
      player.perform(
        .lesson(
          .open(Lesson(id: "l", title: "", summary: "", topics: [], pages: [page]))))
      player.press("enter")
      return player
    }
    var number = try asked(.number(try FigureReading("step"), stated: 20), 1)
    number.press("enter", "2", "1", "enter")
    #expect(number.state.lesson?.isRight == true && number.picture.contains("you said 21"))
    let alpha = try FigureReading("alpha-bar")
    var place = try asked(.place(x: alpha, y: alpha, stated: Point(0.5, 0.5)), 100)
    let plane = ScreenLayout(place.state).plane
    let mouse = { (kind: Mouse.Kind) in Mouse(kind, column: plane.x + 9, row: plane.y + 5) }
    place.perform(.mouse(mouse(.press)), .mouse(mouse(.release)))
    #expect(place.state.lesson?.phase == .shown && place.state.lesson?.guess?.count == 2)
    let curve = Prediction.Kind.curve(
      [try FigureReading("alpha-bar 0"), try FigureReading("alpha-bar 40")], at: [0, 40],
      range: 0...1, stated: [1, 0])
    var drawn = try asked(curve, 0.05)
    drawn.press("enter")
    #expect(drawn.state.lesson?.phase == .asked, "nothing was drawn yet")
    for _ in 0..<12 { drawn.press("right") }
    drawn.press("down")
    for _ in 0..<30 { drawn.press("left") }
    #expect(drawn.state.lesson?.curve == [1, 0])
    drawn.press("enter")
    #expect(drawn.state.lesson?.isRight == true)
  }

  @Test("a page that cannot be played says so, and answers of other pages are dropped")
  func failures() throws {
    var page = LessonPage(title: "P", experiment: .small, source: "l:1:1")
    page.script = try Script([(text: "prompt nobody", place: "l:7:3")])
    let lesson = Lesson(id: "l", title: "", summary: "", topics: [], pages: [page])
    var player = try Player()
    player.perform(.lesson(.open(lesson)))
    #expect(player.state.notice?.text.hasPrefix("l:7:3: ") == true)
    let request = PageRequest(
      number: 0, page: page, part: .opening, catalogue: player.state.catalogue,
      size: player.state.size)
    let before = player.state.frame.points
    player.perform(.lesson(.arrived(request.performed())))
    #expect(player.state.frame.points == before)
    let state = player.state
    #expect(throws: UnknownName.self) { try Command.actions(for: "lesson nowhere", in: state) }
  }
}
