import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The line above a study says how far it is, however narrow the panel")
struct StudyHeadingTests {
  private static let sizes = StudySize(count: 1000, first: 7, done: 3, seeds: 8).words

  @Test("the name, the size, the share that is done and the key never overlap", arguments: 24...80)
  func nothingOverlaps(width: Int) {
    let names = ["sliced W2, step 123,456", "W2, step 123,456"].map(StyledText.label)
    let heading = StudySize.heading(
      names, sizes: Self.sizes, progress: 0.25, key: "Q", width: width, glyphs: .braille)
    let name = heading.name.columns(in: .braille)
    let rest = heading.rest.columns(in: .braille)
    #expect(name == 0 || name + 1 + rest <= width)
    #expect(rest <= width)
    let words = heading.rest.runs.map(\.text).joined()
    #expect(words.contains("25 % Q") && words.hasPrefix("n 1000"))
    if width >= 32 { #expect(name > 0) }
    if width >= 60 { #expect(words == "n 1000, seeds 7..9 25 % Q stops") }
  }

  @Test("a study that is done has no share and no key")
  func doneStudies() {
    let heading = StudySize.heading(
      [.label("sliced W2, exact")], sizes: Self.sizes, progress: nil, key: "Q", width: 60,
      glyphs: .braille)
    #expect(heading.rest.runs.map(\.text).joined() == "n 1000, seeds 7..9")
  }

  @Test(
    "on 80 x 24 the chart names all its curves, and chart, budget and weights how far they are",
    arguments: ["chart on", "budget on", "set guidance weight 2; curve on"])
  func smallScreens(play: String) throws {
    var experiment = Experiment.small
    experiment.sampler = SamplerSpecification(kind: .ddim, steps: 5)
    experiment.guidance = GuidanceSpecification()
    experiment.guidance?.label = "north"
    var player = try Player(experiment, size: Size(columns: 80, rows: 24))
    player.performsStudies = true
    player.state.studyExtent.samples = 200
    player.state.studyExtent.seeds = 2
    player.press("space")
    for line in play.split(separator: ";") { try player.say(String(line)) }
    var frames = 0
    let known = { (state: AppState) in
      [StudyKind.chart, .budget, .weights].contains {
        (state.studies[$0]?.progress ?? 0) > 0 && state.studies.isPending($0)
      }
    }
    while !known(player.state), frames < 400 {
      player.wait(0.03)
      frames += 1
    }
    let lines = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
      .split(separator: "\n").map(String.init)
    let key = play == "chart on" ? "Q" : play == "budget on" ? "B" : "Y"
    let heading = lines.first { $0.contains(" % \(key)") }
    let figure = key == "Y" ? "d²" : "W2"
    #expect(heading?.contains(figure) == true, "\(lines.joined(separator: "\n"))")
    if key == "Q" {
      let names = ["o ddpm", "x ddim", "+ heun", "* dpmpp-2m"]
      let text = lines.joined(separator: "\n")
      #expect(names.allSatisfy(text.contains), "\(text)")
    }
  }

  @Test("a budget that is asked for is seen while the samples of the run are still judged")
  func budgetBeforeFigures() throws {
    var player = try Player(size: Size(columns: 80, rows: 24))
    player.press("space")
    player.press("B")
    #expect(player.state.quality.measurement == nil && player.state.studies.isPending(.budget))
    let picture = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
    #expect(picture.contains("W2 -") && picture.contains("0 % B"), "\(picture)")
  }
}
