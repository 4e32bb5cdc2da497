import TextScreen

/// All keys. Dispatch, footer, help page, README and `stipple list keys` read this one table.
public enum KeyTable {
  public static let all: [KeyBinding] =
    time + model + always + experiment + schedule + priors + guidance + view + program + overlays
    + command + drawing

  /// What a key does now.
  public static func binding(for key: Key, in state: AppState) -> KeyBinding? {
    bindings(in: state).first { $0.keys.contains(key) }
  }

  /// What a key asks for now: what the table says, or to be written where something is typed.
  public static func action(for key: Key, in state: AppState) -> Action? {
    if let binding = binding(for: key, in: state) { return binding.action }
    // Whatever lies over the panels, another program may have written over it.
    if key == .control("l") { return .repaint }
    guard case .character(let character) = key else { return nil }
    switch state.overlay {
    case .command, .palette, .picker: return .type(character)
    case .help, .drawing, .words, .confirmQuit, nil: return nil
    }
  }

  /// The bindings that hold now, narrower ones first.
  public static func bindings(in state: AppState) -> [KeyBinding] {
    let scopes = scopes(in: state)
    // The usual case, at every frame: nothing to put together.
    if scopes.count == 1 { return byScope[scopes[0]] ?? [] }
    return scopes.flatMap { byScope[$0] ?? [] }
  }

  /// Where the keys are now, the narrowest first.
  private static func scopes(in state: AppState) -> [KeyBinding.Scope] {
    switch state.overlay {
    case .help: [.help]
    case .picker: [.picker]
    case .command: [.command]
    case .palette: [.palette]
    case .drawing: [.drawing]
    case .words: [.words]
    case .confirmQuit: [.confirmQuit]
    case nil:
      switch state.focus {
      case .schedule: [.schedule, .everywhere]
      case .retention: [.priors, .everywhere]
      case .guidance: [.guidance, .everywhere]
      default: [.everywhere]
      }
    }
  }

  private static let byScope = Dictionary(grouping: all, by: \.scope)
  /// Those that have a place in the footer.
  private static let brief = byScope.mapValues { $0.filter { $0.brief != nil } }

  /// What the footer shows now, most useful first. On the screen itself the way back is named where
  /// panels are out of sight.
  public static func footer(in state: AppState) -> [KeyBinding] {
    let namesWayBack = state.overlay != nil || ScreenLayout(state).hidesOthers
    return scopes(in: state).flatMap { brief[$0] ?? [] }
      .filter { state.obstacle(to: $0.action) == nil && (namesWayBack || !$0.leadsBack) }
  }

  private static let time: [KeyBinding] = [
    KeyBinding([.space], .time, "play or pause", brief: "play", .togglePlay),
    KeyBinding(
      [.character("r")], .time, "turn round: noising or denoising", brief: "direction",
      .toggleDirection),
    KeyBinding([.right, .character(".")], .time, "one step on", .step(1)),
    KeyBinding([.left, .character(",")], .time, "one step back", .step(-1)),
    KeyBinding([.shiftRight, .character(">")], .time, "ten steps on", .step(10)),
    KeyBinding([.shiftLeft, .character("<")], .time, "ten steps back", .step(-10)),
    KeyBinding(
      [.character("z")], .time, "slow motion: follow each step in the particle's circuit",
      .toggleSlowMotion),
    KeyBinding([.home], .time, "to the start of the run", .goToStart),
    KeyBinding([.end], .time, "to the end of the run", .goToEnd),
    KeyBinding([.character("]")], .time, "faster", .changeSpeed(faster: true)),
    KeyBinding([.character("[")], .time, "slower", .changeSpeed(faster: false)),
    KeyBinding([.character("l")], .time, "loop: one direction leads into the other", .toggleLoop),
    KeyBinding(
      [.character("j")], .time, "forward by the walk or by the closed-form jump", .toggleWay),
  ]

  private static let model: [KeyBinding] = [
    KeyBinding(
      [.character("m")], .model, "model: learned or exact", brief: "model", .toggleModel),
    KeyBinding(
      [.character("t")], .model, "train or pause training", brief: "train", .toggleTraining),
    KeyBinding(
      [.character("T")], .model, "train again from fresh weights (undo finds the old ones)",
      .restartTraining),
    KeyBinding(
      [.character("}")], .model, "learning rate up a quarter", .changeRate(faster: true)),
    KeyBinding(
      [.character("{")], .model, "learning rate down a fifth", .changeRate(faster: false)),
    KeyBinding([.character(")")], .model, "batch twice as large", .changeBatch(larger: true)),
    KeyBinding([.character("(")], .model, "batch half as large", .changeBatch(larger: false)),
    KeyBinding([.character("o")], .model, "what the network predicts", .open(.network)),
    KeyBinding([.pageUp], .model, "the network as it was earlier in training", .rewindBy(-1)),
    KeyBinding([.pageDown], .model, "the network as it was later, up to now", .rewindBy(1)),
    KeyBinding(
      [.character("K")], .model, "draw samples anew from fixed noise while the network learns",
      .toggleRedraw),
    KeyBinding(
      [.character("R")], .model, "train on from the earlier network that is shown", .trainFromHere),
    KeyBinding(
      [.character("M")], .model, "reflow: learn anew the pairs that the network joins", .reflow),
  ]

  /// What a newcomer on a narrow screen has to find in the footer before anything else.
  private static let always: [KeyBinding] = [
    KeyBinding([.tab], .view, "next panel", brief: "panel", .focus(offset: 1)),
    KeyBinding([.character("q")], .program, "quit", brief: "quit", .requestQuit),
  ]

  private static let experiment: [KeyBinding] = [
    KeyBinding([.character("p")], .experiment, "presets", brief: "presets", .open(.preset)),
    KeyBinding([.character("d")], .experiment, "distribution", brief: "data", .open(.distribution)),
    KeyBinding([.character("D")], .experiment, "draw the data by hand", .draw(.begin)),
    KeyBinding(
      [.character("W")], .experiment, "diffuse the letters of a word", .openCommandLine("word ")),
    KeyBinding([.character("s")], .experiment, "schedule", brief: "schedule", .open(.schedule)),
    KeyBinding([.character("a")], .experiment, "sampler", .open(.sampler)),
    KeyBinding([.character("n")], .experiment, "number of sampling steps", .open(.steps)),
    KeyBinding([.character("N")], .experiment, "number of noising steps T", .open(.timesteps)),
    KeyBinding(
      [.character("C")], .experiment, "side by side with another experiment", brief: "compare",
      .open(.comparison)),
    KeyBinding(
      [.character("|")], .experiment, "the other side of a comparison", brief: "A|B",
      .turnToOtherSide),
    KeyBinding(
      [.character("Q")], .experiment, "chart of quality by steps for several samplers; stop it",
      .study(.chart)),
    KeyBinding(
      [.character("B")], .experiment, "error budget: where the error comes from; stop it",
      .study(.budget)),
    KeyBinding(
      [.character("O")], .experiment, "prior, coupling, repair, solver: other ways to the data",
      brief: "prior", .open(.transport)),
    KeyBinding([.character("x")], .experiment, "another seed", .reseed),
    KeyBinding([.character("u")], .experiment, "undo; the 8 latest networks come back too", .undo),
    KeyBinding([.character("U"), .control("r")], .experiment, "redo", .redo),
  ]

  private static let program: [KeyBinding] = [
    KeyBinding(
      [.character("?"), .function(1)], .program, "this help", brief: "help", .toggleHelp),
    KeyBinding(
      [.character(":")], .program, "command line, with completion and history", brief: "command",
      .openCommandLine("")),
    KeyBinding(
      [.character("/"), .control("p")], .program, "find anything that can be done", brief: "find",
      .openPalette),
    KeyBinding([.control("s")], .program, "save the weights", .saveWeights),
    KeyBinding([.character("S")], .program, "save the experiment as a preset", .savePreset),
    KeyBinding(
      [.character("E")], .program, "share: command line, picture, points, preset, weights",
      .open(.sharing)),
    KeyBinding([.escape], .program, "one level back", brief: "back", .back),
    KeyBinding([.control("l")], .program, "draw the screen again", .repaint),
    KeyBinding([.control("z")], .program, "suspend", .suspend),
  ]
}
