import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Scripts")
struct ScriptTests {
  @Test("a file has a command on each line, with remarks, empty lines and pauses")
  func filesAreRead() throws {
    let script = try Script(
      text: "# a tour\npause\n\n  wait 1.5\n  set  schedule cosine \n", file: "tour.txt")
    #expect(
      script.lines == [
        Script.Line(place: "tour.txt:2", step: .say("pause")),
        Script.Line(place: "tour.txt:4", step: .wait(1.5)),
        Script.Line(place: "tour.txt:5", step: .say("set schedule cosine")),
      ])
    #expect(try Script(play: "").lines.isEmpty)
    #expect(try Script(play: "pause; wait 0 ;; step 3").lines.count == 3)
  }

  @Test("a pause that is none says where it stands and what would be right")
  func pausesAreChecked() {
    for text in ["wait", "wait long", "wait -1", "wait 601", "wait 1 2", "wait nan"] {
      #expect(throws: ScriptError.self) { try Script(play: text) }
      do { _ = try Script(text: "pause\n\(text)", file: "a.txt") } catch {
        #expect(error.description.hasPrefix("a.txt:2: '\(text)' is no pause; say wait and"))
      }
    }
  }

  @Test("a live script waits as long as it says")
  func readersWait() throws {
    var reader = ScriptReader(try Script(play: "pause; wait 1; step 1; step 2"))
    #expect(reader.next()?.text == "pause")
    #expect(reader.next() == nil && !reader.isDone)
    reader.pass(seconds: 0.6)
    #expect(reader.next() == nil)
    reader.pass(seconds: 0.6)
    #expect(reader.next()?.text == "step 1")
    #expect(reader.next()?.text == "step 2")
    #expect(reader.next() == nil && reader.isDone)
  }

  @Test("the commands a state gives lead from the opening to that state", arguments: 1...6)
  func statesAreSaid(seed: Int) throws {
    var player = try Player()
    var stream = RandomStream(seed: UInt64(seed))
    let groups: Set<KeyBinding.Group> = [.time, .view, .schedule]
    let bindings = KeyTable.all.filter { $0.isOfTheScreen && groups.contains($0.group) }
    for _ in 0..<40 {
      guard let binding = bindings.randomElement(using: &stream) else { continue }
      player.perform(binding.action)
      player.wait(1.0 / 30, work: 4000)
    }
    player.perform(.time(.togglePlay))
    while player.state.playback.target != nil { player.wait(0.1) }
    let state = player.state
    var other = OffscreenSession(try AppState(experiment: state.experiment, size: state.size))
    try other.play(try Script(play: state.script.joined(separator: "; ")))
    #expect(other.state.view == state.view)
    #expect(other.state.playback.direction == state.playback.direction)
    #expect(other.state.playback.step == state.playback.step)
    #expect(other.state.playback.isPlaying == state.playback.isPlaying)
    #expect(other.state.playback.loops == state.playback.loops)
    #expect(other.state.playback.speed == state.playback.speed)
    #expect(other.state.stage.way == state.stage.way)
    #expect(other.state.particle == state.particle)
    #expect(other.state.focus == state.focus)
    #expect(other.state.frame.points == state.frame.points)
  }

  @Test("what is as it opens is not said")
  func openingsAreSilent() throws {
    var player = try Player()
    #expect(player.state.script == [])
    player.perform(.time(.togglePlay))
    #expect(player.state.script == ["pause"])
  }
}

@Suite("What leaves the screen")
struct SharingTests {
  @Test("the list offers everything that can be shared, and each row asks for it")
  func everythingIsOffered() throws {
    for row in Picker.sharing {
      var player = try Player()
      player.forget()
      player.press("E")
      let place = try #require(Picker.sharing.firstIndex(of: row))
      for _ in 0..<place { player.press("down") }
      player.press("enter")
      let isAsked = player.effects.contains { effect in
        switch effect {
        case .savePicture, .savePoints, .savePreset, .saveWeights, .saveText, .shareLine: true
        default: false
        }
      }
      let notice = player.state.notice?.text ?? ""
      let isMissing =
        notice == "there is no training to save yet" || notice.hasPrefix("nothing is known of ")
      #expect(isAsked || isMissing, "\(row.id): \(notice)")
    }
  }

  @Test("a line says what it cannot carry: a network that learned, and the other side")
  func lackOfALine() throws {
    func words(_ player: inout Player) throws -> String {
      player.perform(.sharing(.shared("stipple run small")))
      guard case .words(_, let text, _) = player.state.overlay else {
        Issue.record("no line is shown")
        return ""
      }
      player.press("esc")
      return text
    }
    var exact = try Player()
    #expect(try words(&exact) == "stipple run small")

    var experiment = Experiment.small
    experiment.model.kind = .learned
    experiment.model.network.hidden = [4]
    experiment.training.batch = 8
    var learned = try Player(experiment)
    let training = try #require(learned.startedTraining)
    var trainer = try #require(training.trainer as? Trainer)
    learned.train(&trainer, steps: 12)
    let line = try words(&learned)
    #expect(line.contains("The network, trained 12 steps, is not in it: save it with ctrl-s"))
    try learned.say("compare ddpm ddim")
    #expect(try words(&learned).hasSuffix("It opens the side in hand alone."))
  }

  @Test("points going forward have the classes of their data")
  func pointsHaveLabels() throws {
    var player = try Player()
    player.perform(
      .time(.togglePlay), .sharing(.savePoints), .time(.toggleDirection), .sharing(.savePoints))
    let saves = player.effects.compactMap { effect -> [String]?? in
      if case .savePoints(_, let labels, _) = effect { labels } else { nil }
    }
    #expect(saves.count == 2)
    #expect(saves.first??.count == 48 && saves.last == .some(nil))
  }

  @Test("points of a file become the data, and undo brings the old ones back")
  func pointsAreLoaded() throws {
    var player = try Player()
    player.type("load some/mine.csv")
    player.press("enter")
    guard case .load("some/mine.csv") = player.effects.last else {
      Issue.record("nothing is loaded")
      return
    }
    let points = DistributionSpecification.points(
      [Point(0, 1), Point(1, 0)], labels: nil, source: "some/mine.csv")
    player.perform(.sharing(.loaded(points, title: "mine.csv")))
    #expect(player.state.experiment.distribution == points)
    #expect(player.state.experiment.title == "mine.csv")
    #expect(player.state.stage.laboratory.mixture.components.count == 2)
    player.perform(.experiment(.undo))
    #expect(player.state.experiment == .small)
  }

  @Test("the description says the data, the moment, the schedule and the model")
  func theScreenIsDescribed() throws {
    var player = try Player()
    player.perform(.time(.togglePlay), .time(.seek(step: 10)), .plane(.toggle(.contours)))
    let text = ScreenDescription(player.state).text
    #expect(text.contains("Eight Gaussians: 48 points, seed 7."))
    #expect(text.contains("Forward, noising, paused: step 10 of 40, time 0.250"))
    #expect(text.contains("Schedule Linear, 40 timesteps; sampler DDPM, 40 steps."))
    #expect(text.contains("Model exact"))
    #expect(text.contains("contours around 50, 90 and 99 %"))
    player.perform(.sharing(.describe))
    #expect(player.state.overlay == .words(title: "in words", text, scroll: 0))
    player.press("esc")
    #expect(player.state.overlay == nil)
  }

  @Test("long text is broken, scrolled to its end, and stays in its box", arguments: [40, 80, 120])
  func wordsAreReadable(columns: Int) throws {
    var player = try Player(size: Size(columns: columns, rows: 12))
    let word = String(repeating: "abcdefghij", count: 60)
    player.perform(.sharing(.shared("stipple run \(word)")))
    for _ in 0..<100 { player.press("down") }
    let text = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
    #expect(text.contains("ghij"))
    for _ in 0..<100 { player.press("up") }
    #expect(
      ScreenPicture.draw(state: player.state, glyphs: .braille).plainText.contains("stipple run"))
  }
}
