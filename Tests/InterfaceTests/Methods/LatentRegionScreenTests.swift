import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Regions painted on the plane of latents")
struct LatentRegionScreenTests {
  private static let whole = Size(columns: 120, rows: 40)

  private static func discs(_ state: AppState) -> [LatentRegion.Disc] {
    (state.experiment.methodSettings as? LatentSettings)?.region?.painted ?? []
  }

  /// A state with the brush in hand.
  private static func player(_ settings: LatentSettings = LatentSettings()) throws -> Player {
    var player = Player(from: try LatentScreenTests.state(settings, size: whole))
    player.press("\\")
    #expect(player.state.focus == .region)
    return player
  }

  /// The middle of the plane's cells.
  private static func middle(_ state: AppState) -> (column: Int, row: Int) {
    let room = ScreenLayout(state).plane.inset(by: 1)
    return (room.x + room.width / 2, room.y + room.height / 2)
  }

  @Test("a stroke of the mouse is a row of discs under it, and one entry of the undo history")
  func stroke() throws {
    var player = try Self.player()
    let camera = player.state.view.camera
    let (column, row) = Self.middle(player.state)
    let ends = [0, 16].map { step in
      PlanePanel.place(
        atColumn: column + step, row: row, state: player.state,
        layout: ScreenLayout(player.state))
    }
    _ = player.state.update(.mouse(Mouse(.press, column: column, row: row)))
    for step in 1...16 {
      _ = player.state.update(.mouse(Mouse(.drag, column: column + step, row: row)))
    }
    _ = player.state.update(.mouse(Mouse(.release, column: column + 16, row: row)))
    let discs = Self.discs(player.state)
    let radius = player.state.inHand.brush.radius
    #expect(discs.count > 1 && discs.allSatisfy { $0.radius == radius })
    // Both ends are painted, and neighbours overlap.
    for end in ends {
      let place = try #require(end)
      #expect(discs.contains { $0.contains(place) })
    }
    for (one, next) in zip(discs, discs.dropFirst()) {
      #expect((one.centre - next.centre).squaredLength <= radius * radius)
    }
    #expect(player.state.view.camera == camera && player.state.focus == .region)
    player.press("u")
    #expect(Self.discs(player.state).isEmpty)
    player.press("U")
    #expect(Self.discs(player.state) == discs)
  }

  @Test("the right button takes away the discs under it, and no others")
  func erasing() throws {
    var player = try Self.player()
    let (column, row) = Self.middle(player.state)
    for step in [0, 20] {
      _ = player.state.update(.mouse(Mouse(.press, column: column + step, row: row)))
      _ = player.state.update(.mouse(Mouse(.release, column: column + step, row: row)))
    }
    let discs = Self.discs(player.state)
    #expect(discs.count == 2)
    _ = player.state.update(.mouse(Mouse(.press, button: .right, column: column, row: row)))
    #expect(Self.discs(player.state) == [discs[1]])
    player.press("delete")
    #expect(Self.discs(player.state) == [discs[1]])
  }

  @Test("a line erases the discs that hold a place, and says where there are none")
  func lines() throws {
    var player = try Self.player()
    try player.say("paint 0 0 0.5")
    try player.say("paint 2 2 0.5")
    #expect(throws: (any Error).self) { try player.command("erase 1 1") }
    #expect(Self.discs(player.state).count == 2)
    try player.say("erase 0.1 0")
    #expect(Self.discs(player.state).map(\.centre) == [Point(2, 2)])
  }

  @Test("keys move the brush, widen it, paint and erase")
  func keys() throws {
    var player = try Self.player()
    player.press("right", "right", "up", "+", "enter")
    let brush = player.state.inHand.brush
    #expect(brush.place.x > brush.place.y && brush.place.y > 0 && brush.radius > 0.5)
    #expect(Self.discs(player.state) == [brush.disc])
    // The same place again adds nothing.
    player.press("enter")
    #expect(Self.discs(player.state).count == 1)
    player.press("delete")
    #expect(Self.discs(player.state).isEmpty)
    for _ in 0..<400 { player.press("left", "-") }
    #expect(
      player.state.inHand.brush.disc
        == LatentRegion.Disc(
          centre: Point(-LatentRegion.reach, player.state.inHand.brush.place.y),
          radius: LatentRegion.radii.lowerBound))
  }

  @Test("the share on the panel is that of the points in the discs, counted here")
  func share() throws {
    var player = try Self.player(
      LatentSettings(
        region: .painted([LatentRegion.Disc(centre: Point(0.3, 0), radius: 1)])))
    _ = player.state.update(.time(.step(1)))
    let state = player.state
    let inside = state.frame.points.count {
      ($0 - Point(0.3, 0)).squaredLength <= 1
    }
    let share = Double(inside) / Double(state.frame.points.count)
    #expect(state.frame.direction == .reverse && share > 0 && share < 1)
    #expect(state.shareInRegion == share)
    let text = ScreenPicture.draw(state: state, glyphs: .braille).plainText
    #expect(text.contains("kept") && text.contains("\(Text.percent(share)) %"))
    player.press("r")
    #expect(player.state.shareInRegion == nil)
  }

  @Test("what cannot be led says so, and there are only so many discs")
  func limits() throws {
    let state = try LatentScreenTests.state(LatentSettings(generator: .autoregressive))
    var player = Player(from: state)
    player.press("\\")
    #expect(player.state.focus != .region)
    #expect(RegionAction.paint.obstacle(in: state)?.contains("cannot be led") == true)
    let discs = (0..<LatentRegion.mostDiscs).map {
      LatentRegion.Disc(centre: Point(Double($0 % 8) - 5, Double($0 / 8) - 5), radius: 0.1)
    }
    var full = try Self.player(LatentSettings(region: .painted(discs)))
    full.press("enter")
    #expect(Self.discs(full.state) == discs)
    #expect(full.state.notice?.text.contains("64 discs are the most") == true)
  }
}
