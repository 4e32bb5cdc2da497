import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The guidance panel")
struct GuidancePanelTests {
  static let sizes = [(80, 24), (100, 30), (120, 40), (200, 60)].map { Size(columns: $0, rows: $1) }

  @Test(
    "it takes its place when something is asked for, and every panel keeps room", arguments: sizes)
  func itHasAPlace(size: Size) throws {
    var player = try Player(size: size)
    #expect(ScreenLayout(player.state).rect(of: .guidance) == nil)
    try player.say("prompt north")
    let layout = ScreenLayout(player.state)
    let rect = try #require(layout.rect(of: .guidance))
    #expect(rect.height >= 6 && rect.width >= 30)
    #expect(layout.panels.allSatisfy { $0.rect.height >= 6 })
    let bottom = try #require(layout.panels.map(\.rect.maxY).max())
    #expect(bottom <= layout.timeline.y)
    for (one, next) in zip(layout.panels, layout.panels.dropFirst()) {
      #expect(one.rect.maxY == next.rect.y)
    }
    #expect(player.picture.contains("prompt north") && player.picture.contains("weight ├"))
    // Tab comes to every panel, and each of them is seen when it has the keys.
    var seen: Set<Panel> = []
    for _ in 0...player.state.sidePanels.count {
      player.press("tab")
      seen.insert(player.state.focus)
      if player.state.focus != .plane {
        #expect(ScreenLayout(player.state).rect(of: player.state.focus) != nil)
      }
    }
    #expect(seen == Set([.plane] + player.state.sidePanels))
  }

  @Test("on the smallest screen the prompt is in the title of the plane")
  func theSmallestScreenSaysIt() throws {
    var player = try Player(size: ScreenLayout.smallest)
    try player.say("prompt north")
    #expect(player.picture.contains("north, weight 1"))
  }

  @Test("without a prompt it says what to press")
  func itIsEmpty() throws {
    var player = try Player()
    player.press("X")
    #expect(player.state.focus == .guidance)
    #expect(player.picture.contains("press A to ask for a label"))
  }

  @Test("keys move the weight by halves and tenths, and one undo takes a row of nudges back")
  func keysMoveTheWeight() throws {
    var player = try Player()
    try player.say("prompt north")
    player.press("'", "'", "'", ";")
    #expect(player.state.experiment.guidance?.weight == 2)
    player.press("X", "right", "right", "left")
    #expect(abs((player.state.experiment.guidance?.weight ?? 0) - 2.1) < 1e-12)
    player.press("u")
    #expect(player.state.experiment.guidance?.weight == 2)
    player.press("u", "u")
    #expect(player.state.experiment.guidance == nil)
  }

  @Test("the mouse drags the knob, which then stands where the hand is", arguments: sizes)
  func theKnobIsDragged(size: Size) throws {
    var player = try Player(size: size)
    try player.say("prompt north")
    let rect = try #require(ScreenLayout(player.state).rect(of: .guidance))
    let row = GuidancePanel.sliderRow(in: rect)
    let ruler = GuidancePanel.slider.ruler(in: row)
    let mouse = { (kind: Mouse.Kind, column: Int) in
      Action.mouse(Mouse(kind, column: column, row: row.y))
    }
    player.perform(mouse(.press, ruler.x))
    #expect(player.state.experiment.guidance?.weight == 0)
    let middle = ruler.x + ruler.width / 2
    player.perform(mouse(.drag, middle), mouse(.drag, ruler.maxX + 30))
    #expect(player.state.experiment.guidance?.weight == 10)
    player.perform(mouse(.drag, middle))
    let weight = try #require(player.state.experiment.guidance?.weight)
    #expect(weight == GuidancePanel.slider.value(atColumn: middle, on: ruler))
    #expect(abs(GuidancePanel.slider.column(of: weight, on: ruler) - middle) <= 1)
    player.perform(mouse(.release, middle))
    #expect(player.state.drag == nil)
    let surface = ScreenPicture.draw(state: player.state, glyphs: .braille)
    #expect(surface[GuidancePanel.slider.column(of: weight, on: ruler), row.y].unicodeScalar == "●")
    // The whole drag is one entry of the history.
    player.press("u")
    #expect(player.state.experiment.guidance?.weight == 1)
  }

  @Test("a change of weight keeps the place in time, other prompts begin from noise")
  func weightsKeepThePlace() throws {
    var player = try Player()
    try player.say("prompt north")
    player.press("space")
    player.perform(.time(.seek(step: 20)))
    player.wait(1)
    #expect(player.state.frame.step == 20)
    player.press("'")
    player.wait(1)
    #expect(player.state.frame.step == 20 && player.state.playback.target == nil)
    try player.say("prompt east")
    #expect(player.state.playback.step == 0)
  }

  @Test("at the end of the run the samples are judged beside the screen")
  func samplesAreJudged() throws {
    var player = try Player()
    player.performsStudies = true
    try player.say("prompt north")
    try player.say("set guidance weight 3")
    player.press("space", "end")
    player.wait(3)
    let verdict = try #require(player.state.verdict)
    #expect((verdict.accuracy ?? 0) > 0.95)
    #expect(verdict.spread < 1)
    #expect(verdict.tilted != nil)
    #expect(player.picture.contains("W2 to tilted density"))
    // It stays while the run is looked at, and goes with what it is about.
    player.press("left")
    #expect(player.state.verdict == verdict)
    player.press("'")
    #expect(player.state.verdict == nil)
  }

  @Test("the cells show what is told: one label dark, two half, none for a network without labels")
  func cellsShowWhatIsTold() throws {
    var player = try Player(.learning(labels: true))
    try player.say("prompt north")
    var trainer = try #require(player.startedTraining).trainer
    player.train(&trainer, steps: 2)
    let told = try #require(LabelCells.told(player.state))
    let north = try #require(player.state.stage.laboratory.mixture.labels.firstIndex(of: "north"))
    #expect(told.count == 8 && told[north] == 1 && told.reduce(0, +) == 1)
    try player.say("prompt north or east")
    #expect(LabelCells.told(player.state)?.filter { $0 == 0.5 }.count == 2)
    #expect(player.picture.contains("null ["))
    #expect(GuidanceWords(player.state)?.lead == .ownAnswers)
  }

  @Test("what is told and the curve have rows of their own in a panel of any height")
  func rowsOfTheirOwn() throws {
    var player = try Player(.learning(labels: true))
    try player.say("prompt north")
    var trainer = try #require(player.startedTraining).trainer
    player.train(&trainer, steps: 2)
    let state = player.state
    for width in [32, 44, 60] {
      for height in 6...40 {
        var surface = Surface(size: Size(columns: width, rows: height), glyphs: .ascii)
        GuidancePanel.draw(state, on: &surface, in: surface.bounds)
        let lines = surface.plainText.split(separator: "\n")
        let heading = lines.first { $0.contains("Y draws the curve by weight") }
        #expect((heading == nil) == (height - 2 < GuidancePanel.curveHeight))
        guard let heading else { continue }
        #expect(heading.filter { $0 != " " } == "|Ydrawsthecurvebyweight|", "\(height)")
        #expect(lines.contains { $0.contains("embeds ") }, "\(height)")
      }
    }
  }

  @Test("a network that knows no labels is led by the exact posterior, and the panel says so")
  func itIsHonest() throws {
    var player = try Player(.learning(labels: false))
    try player.say("prompt north")
    #expect(GuidanceWords(player.state)?.lead == .exactAnswers)
    var trainer = try #require(player.startedTraining).trainer
    player.train(&trainer, steps: 2)
    #expect(GuidanceWords(player.state)?.lead == .unlabelled)
    #expect(player.picture.contains("exact posterior: no labels learned"))
    #expect(LabelCells.told(player.state) == nil)
    player.forget()
    player.press("J")
    #expect(player.state.experiment.model.network.isLabelled)
    let started = try #require(player.startedTraining)
    #expect(started.trainer.weights.labels.count == 8 && !started.isPaused)
    trainer = started.trainer
    player.train(&trainer, steps: 2)
    #expect(GuidanceWords(player.state)?.lead == .ownAnswers)
    // The network without labels is not lost.
    player.press("u")
    #expect(player.state.training.steps == 2)
    #expect(player.state.training.weights?.labels.isEmpty == true)
  }
}

extension Experiment {
  /// A small experiment whose network is trained.
  static func learning(labels: Bool) -> Experiment {
    var experiment = small
    experiment.model = ModelSpecification(
      kind: .learned, network: NetworkSpecification(hidden: [6], isLabelled: labels))
    experiment.training = TrainingSpecification(batch: 16)
    return experiment
  }
}
