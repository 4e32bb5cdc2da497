import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Editing the experiment")
struct EditingTests {
  @Test("every edit can be taken back and made again")
  func editsAreReversible() throws {
    var player = try Player()
    let original = player.state.experiment
    player.press("x", "m", "up")
    player.press("b", "up", "down", "right")
    player.press("+")
    let edited = player.state.experiment
    #expect(edited != original)
    var steps = 0
    while player.state.history.canUndo {
      player.press("u")
      steps += 1
    }
    #expect(player.state.experiment == original)
    for _ in 0..<steps { player.press("U") }
    #expect(player.state.experiment == edited)
  }

  @Test(
    "undo and redo say what they changed, as it is then",
    arguments: [
      (["}"], "learning rate 0.00700", "learning rate 0.00875"),
      ([")"], "batch 256", "batch 512"), (["x"], "seed 7", "seed 8"),
      (["m"], "model exact", "model learned"),
      (["b", "up"], "beta from 0.00250 to 0.500", "beta from 0.00250 to 0.550"),
      (["b", "+"], "schedule linear", "schedule custom"),
      (["J"], "a network that is told no labels", "a network that is told labels"),
      (["D", "space", "enter"], "Eight Gaussians", "Drawing"),
    ])
  func undoSaysWhatItUndid(keys: [String], undone: String, redone: String) throws {
    var player = try Player()
    for key in keys { player.press(key) }
    player.press("u")
    #expect(player.state.notice?.text == "undone: \(undone)")
    player.press("U")
    #expect(player.state.notice?.text == "redone: \(redone)")
    player.press("u", "u")
    #expect(player.state.notice?.text == "nothing to undo")
  }

  @Test("undo of many changes at once gives the title, and of a comparison what is left")
  func undoOfMuchIsShort() throws {
    var other = Experiment(title: "Other", distribution: .named(.twoMoons), seed: 3)
    other.sampler.kind = .ddim
    other.training.batch = 64
    let preset = PresetEntry(name: "other", summary: "", content: .success(other))
    var player = try Player(presets: [preset])
    player.press("p", "enter", "u")
    #expect(player.state.notice?.text == "undone: Eight Gaussians")
    player.press("U")
    #expect(player.state.notice?.text.hasPrefix("redone: Other") == true)
    player.perform(.experiment(.undo))
    for action in try Command.actions(for: "compare steps 10 20", in: player.state) {
      player.perform(action)
    }
    player.press("u")
    #expect(player.state.notice?.text == "undone: one experiment")
  }

  @Test("a bent schedule changes the cloud, the level and the numbers in the same frame")
  func bendingActsAtOnce() throws {
    var player = try Player()
    player.press("space")
    player.perform(.time(.seekTime(0.5)))
    let before = player.state.frame
    player.press("b", "up")
    #expect(player.state.experiment.schedule != Experiment.small.schedule)
    #expect(player.state.frame.noisingSteps == before.noisingSteps)
    #expect(player.state.frame.level != before.level)
    #expect(player.state.frame.points != before.points)
  }

  @Test("a gesture is one entry of the undo history")
  func aGestureIsUndoneAtOnce() throws {
    var history = History(1)
    history.record(2, gesture: "drag")
    history.record(3, gesture: "drag")
    history.endGesture()
    history.record(4, gesture: "drag")
    history.undo()
    #expect(history.present == 3)
    history.undo()
    #expect(history.present == 1)
    history.redo()
    #expect(history.present == 3)
  }

  @Test("another schedule keeps the trained network; other data does not")
  func schedulesShareANetwork() throws {
    var learned = Experiment.small
    learned.model.kind = .learned
    var player = try Player(learned)
    player.forget()
    player.perform(.overlay(.open(.schedule)), .overlay(.moveSelection(2)), .overlay(.accept))
    #expect(player.state.experiment.schedule.kind == .cosine)
    #expect(!player.hasStartedTraining)
    player.perform(.overlay(.open(.distribution)), .overlay(.moveSelection(1)), .overlay(.accept))
    #expect(player.state.experiment.distribution == .named(.twoMoons))
    #expect(player.hasStartedTraining)
  }

  @Test("a control point can be deleted while the mouse holds it")
  func deletingWhatIsHeld() throws {
    var player = try Player()
    player.press("b", "+")
    let layout = ScreenLayout(size: player.state.size, focus: player.state.focus)
    let rect = try #require(layout.rect(of: .schedule))
    let points = player.state.experiment.schedule.points
    let axis = SchedulePanel.axis(for: player.state.experiment.schedule)
    let cell = SchedulePanel.cell(
      of: points[points.count - 2], in: rect, of: player.state, on: axis)
    player.perform(.mouse(Mouse(.press, column: cell.column, row: cell.row)))
    #expect(player.state.drag != nil)
    player.press("-", "-", "u", "u", "u", "u")
    player.perform(.mouse(Mouse(.drag, column: cell.column, row: cell.row - 1)))
    #expect(player.state.experiment == .small)
  }

  @Test("an exact model trains only when it is asked to, a learned one at once")
  func onlyLearnedModelsTrain() throws {
    var player = try Player()
    #expect(!player.hasStartedTraining)
    player.press("m")
    #expect(player.hasStartedTraining)
  }

  @Test("the model says whether its network has learned anything yet")
  func untrainedNetworksAreCalledSo() throws {
    var player = try Player()
    player.press("m")
    #expect(player.state.notice?.text.contains("untrained so far") == true)
    player.press("t", "m", "m")
    #expect(player.state.notice?.text.contains("is untrained; t trains it") == true)
    player.press("t")
    var trainer = player.state.stage.laboratory.trainer()
    player.train(&trainer, steps: 2)
    player.press("m", "m")
    #expect(player.state.notice?.text == "model: learned, the network as it is now")
  }

  @Test("fresh weights in place of none bring nothing old back")
  func nothingOldIsPromised() throws {
    var player = try Player()
    player.press("T")
    #expect(player.state.notice?.text == "training starts from fresh weights")
    player.press("T", "t", "T")
    #expect(player.state.notice?.text == "training starts from fresh weights")
    #expect(!player.state.history.canUndo)
  }

  @Test("quick edits on the way to a step keep the place in time")
  func quickEditsKeepTheTime() throws {
    var player = try Player()
    player.press("space", "r")
    player.perform(.time(.goToEnd))
    player.wait(1)
    player.perform(.time(.seekTime(0.25)))
    player.wait(1)
    player.press("b", "up", "up", "up")
    player.wait(1)
    #expect(player.state.frame.noisingSteps == 10)
  }

  @Test("choosing every member of every list gives a state that still runs")
  func everyChoiceRuns() throws {
    for kind in Picker.Kind.all {
      let rows = try Player().state.picker(kind).list.rows.count
      for row in 0..<rows {
        var player = try Player()
        player.perform(
          .overlay(.open(kind)), .overlay(.moveSelection(-1000)), .overlay(.moveSelection(row)),
          .overlay(.accept))
        #expect(player.state.overlay == nil)
        player.wait(0.1, work: 480)
        #expect(player.state.frame.points.filter { !$0.isFinite }.isEmpty)
      }
    }
  }

  @Test("control points keep their order and range wherever they are pushed")
  func controlPointsStayInOrder() throws {
    var player = try Player()
    player.press("b", "+")
    for _ in 0..<200 { player.press("right") }
    for _ in 0..<200 { player.press("up") }
    let schedule = player.state.experiment.schedule
    #expect(schedule.kind == .custom)
    #expect(throws: Never.self) { try schedule.check() }
  }

  @Test("a custom schedule begins as the curve it replaces")
  func customBeginsWhereItWas() throws {
    let linear = ScheduleSpecification()
    let custom = try #require(ScheduleEditor.custom(from: linear))
    let (before, after) = (try Schedule(linear), try Schedule(custom))
    for (one, other) in zip(before.betas, after.betas) { #expect(abs(one - other) < 1e-12) }
  }

  @Test(
    "any betas can be taken in hand without changing how much of the data is left by 2 %",
    arguments: [ScheduleKind.cosine, .scaledLinear, .sigmoid, .quadratic, .constant],
    [2, 3, 50, 1000])
  func customFollowsTheCurveItReplaces(kind: ScheduleKind, timesteps: Int) throws {
    var specification = ScheduleSpecification(timesteps: timesteps)
    specification.kind = kind
    let custom = try #require(ScheduleEditor.custom(from: specification))
    let (before, after) = (try Schedule(specification), try Schedule(custom))
    for (one, other) in zip(before.levels, after.levels) {
      #expect(abs(one.alphaBar - other.alphaBar) < 0.02)
    }
  }

  @Test("the footer names no key of the schedule that would only say why it does nothing")
  func theFooterHoldsWhatItSays() throws {
    let briefs = { (player: Player) in Set(KeyTable.footer(in: player.state).compactMap(\.brief)) }
    var player = try Player()
    player.press("b")
    #expect(briefs(player).isSuperset(of: ["bend", "beta", "add point"]))
    #expect(briefs(player).isDisjoint(with: ["time", "delete"]))
    player.press("+")
    #expect(briefs(player).isSuperset(of: ["bend", "beta", "add point", "time", "delete"]))
    player.perform(
      .overlay(.open(.schedule)), .overlay(.moveSelection(-100)), .overlay(.moveSelection(2)),
      .overlay(.accept))
    #expect(player.state.experiment.schedule.kind == .cosine)
    #expect(briefs(player).isDisjoint(with: ["bend", "beta", "time", "delete"]))
    #expect(briefs(player).contains("add point"))
  }
}
