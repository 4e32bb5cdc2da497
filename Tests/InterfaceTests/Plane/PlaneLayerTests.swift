import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The layers of the plane")
struct PlaneLayerTests {
  private static let switched = PlaneLayer.known.filter { $0.toggle != nil }

  @Test("every layer stands once in the lists, and at its depth in the plane of every method")
  func order() {
    #expect(Set(PlaneLayer.known).count == PlaneLayer.known.count)
    for screen in MethodScreen.all {
      let layers = PlaneLayer.layers(of: screen)
      #expect(Set(layers) == Set(PlaneLayer.all + screen.plane.layers), "\(screen.method.id)")
      #expect(zip(layers, layers.dropFirst()).allSatisfy { $0.depth <= $1.depth })
      #expect(layers.first == .origin && layers.last == .absence)
      // Of the same depth they are in the order of the list.
      #expect(layers.filter(PlaneLayer.all.contains) == PlaneLayer.all)
    }
  }

  @Test("a layer of one method is not on the plane of another")
  func methodsOwn() {
    let (diffusion, transport) = (
      PlaneLayer.layers(of: .diffusion), PlaneLayer.layers(of: .transport)
    )
    #expect(transport.contains(.tubes) && !diffusion.contains(.tubes))
  }

  @Test("every switch is a command and a key, and turns its layer on and off", arguments: switched)
  func switches(layer: PlaneLayer) throws {
    let toggle = try #require(layer.toggle)
    #expect(Command.view.count { $0.name == "view \(toggle.word)" } == 1)
    #expect(KeyTable.view.count { $0.keys == [toggle.key] } == 1)
    var player = try Self.player(for: layer)
    #expect(player.state.view.shows(layer) == toggle.isOnAtFirst)
    for isShown in [true, false, false, true] {
      try player.command("view \(toggle.word) \(isShown ? "on" : "off")")
      #expect(player.state.view.shows(layer) == isShown)
    }
    player.press(toggle.key.name)
    #expect(!player.state.view.shows(layer))
    #expect(player.state.notice?.text == toggle.notice(false))
    player.press(toggle.key.name)
    #expect(player.state.view.shows(layer))
    var plain = ViewOptions()
    plain.show(layer, !toggle.isOnAtFirst)
    #expect(plain != ViewOptions())
    plain.show(layer, toggle.isOnAtFirst)
    #expect(plain == ViewOptions(), "what is switched back is as it was")
  }

  @Test("a layer that is switched off draws nothing and says nothing", arguments: switched)
  func hidden(layer: PlaneLayer) throws {
    var player = try Self.player(for: layer)
    player.perform(.time(.seekTime(0.5)))
    player.wait(0.2)
    player.state.view.show(layer, true)
    let shown = Self.plane(player.state)
    player.state.view.show(layer, false)
    #expect(layer.isThere(player.state) && !layer.isSeen(in: player.state))
    #expect(Self.plane(player.state) != shown)
    #expect(layer.caption(player.state, .ascii).isEmpty)
  }

  /// A screen on which there is something for a layer to draw.
  private static func player(for layer: PlaneLayer) throws -> Player {
    switch layer {
    case .tubes: try Player.transport(.opposite)
    case .placeUnderCross: Player(from: try LatentScreenTests.state())
    default: try Player()
    }
  }

  private static func plane(_ state: AppState) -> Surface {
    var surface = Surface(size: Size(columns: 78, rows: 36))
    PlanePanel.draw(state, on: &surface, in: surface.bounds)
    return surface
  }

  @Test("every ground has a name of its own, words, and takes its turn where it is possible")
  func grounds() throws {
    let all = ViewOptions.Ground.allCases
    #expect(Set(all.map(\.rawValue)).count == all.count)
    #expect(all.allSatisfy { ViewOptions.Ground(rawValue: $0.rawValue) == $0 })
    #expect(ViewOptions.Ground(rawValue: "desnity") == nil)
    var player = try Player()
    var seen: [ViewOptions.Ground] = []
    repeat {
      player.press("h")
      seen.append(player.state.view.ground)
      #expect(player.state.notice?.text == player.state.view.ground.notice(player.state.words))
    } while seen.last != .off && seen.count < 20
    #expect(seen == [.density, .energy, .off], "neither a network nor guidance is there")
  }
}
