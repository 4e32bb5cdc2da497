import Diffusion
import Foundation
import Testing
import TextScreen

@testable import Interface

@Suite("The floor of the training loss") struct LossFloorTests {
  /// A screen whose network has reported a few steps, and whose studies are made.
  private static func player() throws -> Player {
    var experiment = Experiment.small
    experiment.model = ModelSpecification(
      kind: .learned, network: NetworkSpecification(hidden: [4]))
    experiment.training.batch = 4
    var player = try Player(experiment)
    player.performsStudies = true
    var trainer = try #require(player.startedTraining?.trainer as? Trainer)
    player.train(&trainer, steps: 24)
    return player
  }

  @Test("It is worked out beside the screen")
  func number() throws {
    var player = try Self.player()
    #expect(player.state.lossFloor == nil)
    player.wait(3)
    let floor = try #require(player.state.lossFloor)
    let laboratory = player.state.stage.laboratory
    #expect(floor == laboratory.leastTrainingLoss?.finished().value)
  }

  @Test(
    "It is drawn as a dotted line at its height on the logarithmic axis, below the curve",
    arguments: [(0.11, 0.1), (0.3, 0.3), (0.9, 0.8)])
  func line(at floor: Double, overRoundNumber bottom: Double) {
    var losses = LossCurve()
    for step in 1...200 { losses.add(1 + 8 / Double(step), step: step) }
    let rows = 16
    let size = Size(columns: 60, rows: rows + 1)
    let picture = { (floor: Double?) in
      var surface = Surface(size: size, glyphs: .braille)
      let plot = PlotArea(in: surface.bounds)
      LossPlot(losses, steps: 200, floor: floor, plot: plot, dots: .braille).draw(on: &surface)
      return surface
    }
    let accents = { (surface: Surface) in
      (0..<rows).map { row in
        (0..<60).count { column in
          let cell = surface[column, row]
          return cell.ink == .accent && (0x2800...0x28FF) ~= cell.scalar
        }
      }
    }
    #expect(accents(picture(nil)).allSatisfy { $0 == 0 })
    let counts = accents(picture(floor))
    // Every third of two dots in each of 54 cells, in one row.
    let row = counts.firstIndex { $0 > 0 }
    #expect(counts.count { $0 > 0 } == 1 && (row.map { counts[$0] } ?? 0) >= 30, "\(counts)")
    // The axis ends at the round numbers around what is on it.
    let share = log(floor / bottom) / log(10 / bottom)
    let expected = Int((1 - share) * Double(rows * 4) - 0.5) / 4
    #expect(row == expected, "\(counts)")
  }

  @Test("Schedules and samplers leave it; what the network is asked for makes it another")
  func outOfDate() throws {
    var player = try Self.player()
    player.wait(3)
    let floor = player.state.lossFloor
    try player.say("set schedule cosine")
    try player.say("set steps 7")
    #expect(player.state.lossFloor == floor && floor != nil)
    try player.say("set predicts noise")
    #expect(player.state.lossFloor == nil)
    try player.say("set predicts v")
    player.wait(3)
    try player.say("set distribution two-moons")
    #expect(player.state.lossFloor == nil, "other data")
    try player.say("set target exact-posterior")
    #expect(player.state.stage.laboratory.leastTrainingLoss?.value == 0)
    try player.say("set target batch-posterior")
    player.wait(1)
    #expect(player.state.lossFloor == nil && !player.state.studies.isPending(.lossFloor))
  }
}
