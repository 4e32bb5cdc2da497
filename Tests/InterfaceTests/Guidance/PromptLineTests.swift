import Diffusion
import Testing

@testable import Interface

@Suite("The prompt line")
struct PromptLineTests {
  @Test("a key opens it, a prompt leads the run from noise at once, and undo takes it back")
  func aPromptLeads() throws {
    var player = try Player()
    player.press("A")
    #expect(player.line?.text == "prompt ")
    player.write("north")
    player.press("enter")
    #expect(player.state.overlay == nil)
    #expect(player.state.experiment.guidance == GuidanceSpecification(label: "north"))
    #expect(player.state.playback.direction == .reverse)
    #expect(player.state.playback.step == 0 && player.state.playback.isPlaying)
    #expect(player.picture.contains("noise → north, weight 1"))
    player.press("A")
    #expect(player.line?.text == "prompt north")
    player.press("esc", "space", "end")
    player.wait(2)
    // Weight 1 is the label's own distribution: all samples are in the north.
    let share = player.state.stage.laboratory.mixture.shareOf(
      player.state.frame.points, with: try player.selection("north"))
    #expect(share > 0.95)
    player.press("u")
    #expect(player.state.experiment == .small)
    player.press("U")
    #expect(player.state.experiment.guidance?.label == "north")
    try player.say("prompt")
    #expect(player.state.experiment.guidance == nil)
  }

  @Test("the old prompt is replaced by the first letter, and gone into by the keys that move")
  func theOldPromptIsReplaced() throws {
    var player = try Player()
    try player.say("prompt north or east")
    player.press("A")
    player.write("south")
    #expect(player.line?.text == "prompt south")
    for (key, text) in [
      ("backspace", "prompt "), ("delete", "prompt "), ("ctrl-w", "prompt north or "),
      ("left", "prompt north or east"), ("end", "prompt north or east"),
    ] {
      player.press("esc", "A", key)
      #expect(player.line?.text == text)
    }
    player.write(" not")
    #expect(player.line?.text == "prompt north or east not")
  }

  @Test(
    "what it asks for is read as the command line reads it",
    arguments: [
      ("north or east", ["east", "north"]), ("thing not east", nil),
      ("not west", nil),
    ])
  func promptsAreRead(prompt: String, labels: [String]?) throws {
    var player = try Player()
    try player.say("prompt \(prompt)")
    let wanted = try #require(player.state.stage.laboratory.guidance?.wanted)
    #expect(wanted == (try player.selection(prompt)))
    #expect(wanted.labels.count == (labels?.count ?? 7))
    if let labels { #expect(wanted.labels.sorted() == labels) }
  }

  @Test(
    "what asks for nothing is one clear line, and what was asked for before stays",
    arguments: [
      ("prompt nrth", "did you mean 'north'?"), ("prompt north not thing", "leaves nothing"),
      ("prompt north or", "needs a word after"), ("set guidance weight 1000", "from -100 to 100"),
      ("set guidance weight heavy", "no number"), ("set guidance kind magic", "no guidance"),
      ("set guidance interval 5", "no interval"), ("set guidance interval 5 1", "must rise"),
      ("set guidance negative nobody", "no label"),
    ])
  func mistakesAreAnswered(line: String, part: String) throws {
    var player = try Player()
    try player.say("prompt south")
    let before = player.state.experiment
    player.type(line)
    player.press("enter")
    let notice = try #require(player.state.notice)
    #expect(notice.tone == .warning && notice.text.contains(part), "\(notice.text)")
    #expect(!notice.text.contains("\n"))
    #expect(player.state.experiment == before)
  }

  @Test("without a prompt there is nothing to weigh, and that is said")
  func weightsNeedPrompts() throws {
    var player = try Player()
    for line in ["set guidance weight 3", "set guidance interval all", "set guidance kind usual"] {
      player.press("esc")
      player.type(line)
      player.press("enter")
      #expect(player.state.notice?.text.contains("A asks for one") == true)
    }
    let view = player.state.view
    for key in ["'", ";", "V"] {
      player.press("esc", key)
      #expect(player.state.notice?.text.contains("A asks for one") == true)
    }
    #expect(player.state.experiment == .small && player.state.view == view)
    try player.say("prompt north")
    player.press("V")
    #expect(player.state.view.opinions == .lattice)
  }

  @Test("completion goes on word by word, also after a joint")
  func wordsAreCompleted() throws {
    let vocabulary = Vocabulary(labels: ["north", "north-east", "east"])
    let grown = { PromptCompletion(of: $0, in: vocabulary).prompts }
    #expect(grown("") == ["north", "north-east", "east", "thing", "not "])
    #expect(grown("e") == ["east"])
    #expect(grown("north") == ["north-east", "north or ", "north not "])
    #expect(grown("north o") == [])
    #expect(
      grown("north or ") == ["north", "north-east", "east", "thing"].map { "north or \($0)" })
    #expect(grown("not e") == ["not east"])
    #expect(grown("thing not n") == ["thing not north", "thing not north-east"])
    var player = try Player()
    player.type("prompt sou")
    player.press("tab")
    #expect(player.line?.text == "prompt south")
    player.write(" or eas")
    player.press("tab", "enter")
    #expect(player.state.experiment.guidance?.label == "south or east")
  }

  @Test("weight, kind, interval and a negative prompt are set by commands, each undone by itself")
  func commandsSetAll() throws {
    var player = try Player()
    let lines = [
      "prompt north", "set guidance weight 3", "set guidance kind exact-posterior",
      "set guidance interval 0.3 5", "set guidance negative east",
    ]
    for line in lines { try player.say(line) }
    #expect(
      player.state.experiment.guidance
        == GuidanceSpecification(
          label: "north", negative: "east", weight: 3, interval: .init(0.3, 5),
          kind: .exactPosterior))
    for _ in lines { player.press("u") }
    #expect(player.state.experiment == .small)
    try player.say("set guidance negative east")
    #expect(player.state.experiment.guidance?.label == nil)
    try player.say("set guidance negative none")
    #expect(player.state.experiment.guidance == nil)
  }

  @Test("other data that has no such word gives the prompt up instead of being refused")
  func otherDataGivesUp() throws {
    var player = try Player()
    try player.say("prompt north")
    try player.say("set distribution two-moons")
    #expect(player.state.experiment.distribution == .named(.twoMoons))
    #expect(player.state.experiment.guidance == nil)
    player.press("u")
    #expect(player.state.experiment.guidance?.label == "north")
  }
}

extension Player {
  var picture: String { ScreenPicture.draw(state: state, glyphs: .braille).plainText }

  func selection(_ prompt: String) throws -> LabelSelection {
    try state.stage.laboratory.mixture.vocabulary.selection(prompt)
  }
}
