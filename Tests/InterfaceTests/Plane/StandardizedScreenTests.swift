import Diffusion
import Foundation
import Testing
import TextScreen

@testable import Interface

@Suite("Standardized data on the screen")
struct StandardizedScreenTests {
  private static let places = (0..<30).map { index in
    let angle = Double(index) / 30 * 2 * Double.pi
    return Point(951_000 + 900 * cos(angle), -3_835_000 + 900 * sin(angle))
  }

  private func player() throws -> Player {
    var experiment = Experiment.small
    experiment.distribution = .points(Self.places, labels: nil, source: "places.csv")
    experiment.title = experiment.distribution.title
    var player = try Player(experiment, size: Size(columns: 120, rows: 40))
    player.perform(.time(.togglePlay), .time(.seekTime(0)))
    return player
  }

  @Test("It is said, the axes are in the data's units, and the picture is the usual one")
  func axes() throws {
    let opening = try AppState(
      experiment: player().state.experiment, size: Size(columns: 120, rows: 40))
    var begun = opening
    _ = begun.begin()
    #expect(begun.notice?.text.hasPrefix("standardized:") == true)
    let player = try player()
    let text = PlaneStates.plane(player.state).plainText
    #expect(text.contains("standardized") && text.contains("951,000"))
    #expect(text.contains("-3,835,000"))
    #expect(player.state.fit.middle == .zero && player.state.fit.extent < 3)
  }

  @Test("The particle, the description and saved points are in the data's units")
  func numbers() throws {
    var player = try player()
    player.forget()
    player.perform(.sharing(.savePoints))
    let saved = player.effects.compactMap { effect -> [Point]? in
      if case .savePoints(let points, _, _) = effect { points } else { nil }
    }
    let points = try #require(saved.first)
    #expect(points.allSatisfy { point in Self.places.contains { ($0 - point).length < 600 } })
    #expect(ScreenDescription(player.state).text.contains("is at (9.5e+05, -3.8e+06)"))
    let inspection = try #require(player.state.frame.inspection)
    let page = InspectorPage(
      player.state, inspection, size: Size(columns: 44, rows: 9), glyphs: .ascii)
    let lines = page.lines.map { $0.runs.map(\.text).joined() }
    #expect(lines.contains { $0.contains("x_t") && $0.contains("-383") })
    #expect(lines.contains { $0.contains("in units of") })
  }

  @Test("It can be turned off and on, and a network is not taken for the other's")
  func switching() throws {
    var player = try player()
    let key = player.state.edition.trainingKey
    for action in try Command.actions(for: "set standardize off", in: player.state) {
      player.perform(action)
    }
    #expect(player.state.experiment.standardize == false)
    #expect(player.state.stage.laboratory.frame.isIdentity)
    #expect(player.state.edition.trainingKey != key)
    #expect(player.state.stage.caution != nil)
    player.perform(.experiment(.undo))
    #expect(!player.state.stage.laboratory.frame.isIdentity)
  }
}
