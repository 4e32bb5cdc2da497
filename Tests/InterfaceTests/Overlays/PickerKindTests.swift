import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The lists that can be opened, and what else lies over the panels")
struct PickerKindTests {
  @Test("every list has a name, a title and a key of its own", arguments: Picker.Kind.all)
  func keys(kind: Picker.Kind) throws {
    #expect(Picker.Kind.all.count { $0.id == kind.id || $0.title == kind.title } == 1)
    let openers = KeyTable.all.filter {
      if case .overlay(.open(kind)) = $0.action { true } else { false }
    }
    let key = try #require(openers.first?.keys.first)
    #expect(openers.count == 1)
    var player = try Player(presets: [Self.entry("one"), Self.entry("two")])
    player.press(key.name)
    guard case .picker(let picker) = player.state.overlay else {
      Issue.record("\(key.name) opens no list")
      return
    }
    #expect(picker.kind == kind && player.picture.contains(" \(kind.title) "))
    let ids = picker.list.rows.map(\.id)
    #expect(!ids.isEmpty && Set(ids).count == ids.count)
    // A number in use need not be one of the list.
    #expect(picker.list.selected == picker.list.current ?? 0)
  }

  @Test("what is chosen is in use then")
  func choices() throws {
    for kind in [Picker.Kind.distribution, .schedule, .sampler, .steps, .timesteps, .network] {
      let state = try Player().state
      let current = try #require(kind.currentID(state))
      #expect(try kind.currentID(Self.choosing(current, of: kind, in: state)) == current)
      let another = try #require(state.picker(kind).list.rows.first { $0.id != current })
      let chosen = try Self.choosing(another.id, of: kind, in: state)
      #expect(kind.currentID(chosen) == another.id, "\(kind.id)")
    }
  }

  @Test("where one preset is all there is, the list says where it looked")
  func places() throws {
    var player = try Player(presets: [Self.entry("one")])
    player.perform(.overlay(.open(.preset)))
    #expect(player.state.notice?.text.hasPrefix("looked for presets in ") == true)
    player = try Player(presets: [Self.entry("one"), Self.entry("two")])
    player.perform(.overlay(.open(.preset)))
    #expect(player.state.notice?.text.hasPrefix("looked for presets in ") != true)
  }

  @Test("whatever lies over the panels has keys, a way back, and what is written is typed into it")
  func overlays() throws {
    let openers: [(Action, isTyped: Bool)] = [
      (.overlay(.open(.sampler)), true), (.overlay(.toggleHelp), false),
      (.line(.openCommandLine("")), true), (.line(.openPalette), true), (.draw(.begin), false),
    ]
    var kinds = Set<OverlayKind>()
    for (opener, isTyped) in openers {
      var player = try Player()
      player.perform(opener)
      let kind = try #require(player.state.overlay?.kind)
      #expect(kinds.insert(kind).inserted)
      let bindings = KeyTable.bindings(in: player.state)
      #expect(bindings.allSatisfy { $0.scope == .overlay(kind) }, "\(kind.id)")
      #expect(kind.takesTyping == isTyped, "\(kind.id)")
      let letter = KeyTable.action(for: .character("ü"), in: player.state)
      #expect((letter != nil) == isTyped, "\(kind.id)")
      player.perform(.overlay(.moveSelection(3)), .overlay(.turnPage(1)), .overlay(.back))
      #expect(player.state.overlay == nil, "\(kind.id)")
    }
  }

  private static func choosing(
    _ id: String, of kind: Picker.Kind, in state: AppState
  ) throws -> AppState {
    var state = state
    _ = try kind.choose(&state, id)
    return state
  }

  private static func entry(_ name: String) -> PresetEntry {
    var experiment = Experiment.small
    experiment.title = name
    return PresetEntry(name: name, summary: "", content: .success(experiment))
  }
}
