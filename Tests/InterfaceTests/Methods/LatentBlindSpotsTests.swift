import Testing
import TextScreen

@testable import Diffusion
@testable import Interface

@Suite("What FID does not see, on the screen")
struct LatentBlindSpotsTests {
  @Test("the pair is made where its panel is looked at, and both sets are shown under one distance")
  func pair() throws {
    var player = Player(from: try LatentScreenTests.state())
    player.performsStudies = true
    player.wait(0.1)
    #expect(player.state.blindSpots == nil)
    player.perform(.panels(.show(.blindSpots)))
    player.wait(0.1)
    let pair = try #require(player.state.blindSpots)
    let (size, rows) = (Size(columns: 40, rows: 22), 4)
    var surface = Surface(size: size, glyphs: .braille)
    BlindSpotsPanel.draw(player.state, on: &surface, in: Rect(size))
    let lines = surface.plainText.split(separator: "\n").map(String.init)
    let heads = ["no nine", "noise \(Text.short(pair.noise))"]
    let line = try #require(lines.firstIndex { $0.contains(heads[0]) })
    #expect(lines[line].contains(heads[1]))
    for figure in [pair.distances.incomplete, pair.distances.noisy] {
      #expect(lines[line + 1].contains(Text.fixed(figure, decimals: 2, width: 5)))
    }
    let inside = PanelFrame.content(of: Rect(size))
    for (index, pictures) in [pair.incomplete, pair.noisy].enumerated() {
      let x = inside.x + index * (inside.width / 2)
      var expected = Surface(size: size, glyphs: .braille)
      PictureTiles.draw(
        pictures[0], PictureSource.digits.shape, on: &expected,
        at: Rect(x: x, y: line + 2, width: 8, height: rows))
      for row in line + 2..<line + 2 + rows {
        for column in x..<x + 8 { #expect(surface[column, row] == expected[column, row]) }
      }
    }
    #expect(lines.contains { $0.contains(Text.fixed(pair.floor, decimals: 2, width: 5)) })
  }

  @Test("where no noise makes both equal, nothing says that they are")
  func unequal() throws {
    for (noisy, isEqual) in [(2.0, false), (1.0, true)] {
      let pair = FrechetPair(
        incomplete: [], noisy: [], noise: 0, distances: (1, noisy), floor: noisy)
      let verdict = BlindSpotsPanel.verdict(isEqual: pair.isEqual)
      #expect(verdict.allSatisfy { $0.contains("same FID") && !$0.contains("not") } == isEqual)
    }
  }

  @Test("without a classifier there is no panel, and it says why")
  func absence() throws {
    var experiment = Experiment.small
    experiment.methodSpecification = MethodSpecification(LatentSettings())
    experiment.distribution = .named(.digits)
    let state = try AppState(experiment: experiment, size: Size(columns: 120, rows: 40))
    #expect(Panel.blindSpots.absence(state)?.contains("no classifier yet") == true)
  }
}
