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
    if key == .control("l") { return .program(.repaint) }
    guard case .character(let character) = key else { return nil }
    switch state.overlay {
    case .command, .palette, .picker: return .line(.type(character))
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
    KeyBinding([.space], .time, "play or pause", brief: "play", .time(.togglePlay)),
    KeyBinding(
      [.character("r")], .time, "turn round: noising or denoising", brief: "direction",
      .time(.toggleDirection)),
    KeyBinding([.right, .character(".")], .time, "one step on", .time(.step(1))),
    KeyBinding([.left, .character(",")], .time, "one step back", .time(.step(-1))),
    KeyBinding([.shiftRight, .character(">")], .time, "ten steps on", .time(.step(10))),
    KeyBinding([.shiftLeft, .character("<")], .time, "ten steps back", .time(.step(-10))),
    KeyBinding(
      [.character("z")], .time, "slow motion: follow each step in the particle's circuit",
      .time(.toggleSlowMotion)),
    KeyBinding([.home], .time, "to the start of the run", .time(.goToStart)),
    KeyBinding([.end], .time, "to the end of the run", .time(.goToEnd)),
    KeyBinding([.character("]")], .time, "faster", .time(.changeSpeed(faster: true))),
    KeyBinding([.character("[")], .time, "slower", .time(.changeSpeed(faster: false))),
    KeyBinding(
      [.character("l")], .time, "loop: one direction leads into the other", .time(.toggleLoop)),
    KeyBinding(
      [.character("j")], .time, "forward by the walk or by the closed-form jump", .time(.toggleWay)),
  ]

  private static let model: [KeyBinding] = [
    KeyBinding(
      [.character("m")], .model, "model: learned or exact", brief: "model", .training(.toggleModel)),
    KeyBinding(
      [.character("t")], .model, "train or pause training", brief: "train",
      .training(.toggleTraining)),
    KeyBinding(
      [.character("T")], .model, "train again from fresh weights (undo finds the old ones)",
      .training(.restartTraining)),
    KeyBinding(
      [.character("}")], .model, "learning rate up a quarter", .training(.changeRate(faster: true))),
    KeyBinding(
      [.character("{")], .model, "learning rate down a fifth", .training(.changeRate(faster: false))
    ),
    KeyBinding(
      [.character(")")], .model, "batch twice as large", .training(.changeBatch(larger: true))),
    KeyBinding(
      [.character("(")], .model, "batch half as large", .training(.changeBatch(larger: false))),
    KeyBinding([.character("o")], .model, "what the network predicts", .overlay(.open(.network))),
    KeyBinding(
      [.pageUp], .model, "the network as it was earlier in training", .trainingTime(.rewindBy(-1))),
    KeyBinding(
      [.pageDown], .model, "the network as it was later, up to now", .trainingTime(.rewindBy(1))),
    KeyBinding(
      [.character("K")], .model, "draw samples anew from fixed noise while the network learns",
      .trainingTime(.toggleRedraw)),
    KeyBinding(
      [.character("R")], .model, "train on from the earlier network that is shown",
      .trainingTime(.trainFromHere)),
    KeyBinding(
      [.character("M")], .model, "reflow: learn anew the pairs that the network joins",
      .priors(.reflow)),
  ]

  /// What a newcomer on a narrow screen has to find in the footer before anything else.
  private static let always: [KeyBinding] = [
    KeyBinding([.tab], .view, "next panel", brief: "panel", .panels(.focus(offset: 1))),
    KeyBinding([.character("q")], .program, "quit", brief: "quit", .program(.requestQuit)),
  ]

  private static let experiment: [KeyBinding] = [
    KeyBinding(
      [.character("p")], .experiment, "presets", brief: "presets", .overlay(.open(.preset))),
    KeyBinding(
      [.character("d")], .experiment, "distribution", brief: "data", .overlay(.open(.distribution))),
    KeyBinding([.character("D")], .experiment, "draw the data by hand", .draw(.begin)),
    KeyBinding(
      [.character("W")], .experiment, "diffuse the letters of a word",
      .line(.openCommandLine("word "))),
    KeyBinding(
      [.character("s")], .experiment, "schedule", brief: "schedule", .overlay(.open(.schedule))),
    KeyBinding([.character("a")], .experiment, "sampler", .overlay(.open(.sampler))),
    KeyBinding([.character("n")], .experiment, "number of sampling steps", .overlay(.open(.steps))),
    KeyBinding(
      [.character("N")], .experiment, "number of noising steps T", .overlay(.open(.timesteps))),
    KeyBinding(
      [.character("C")], .experiment, "side by side with another experiment", brief: "compare",
      .overlay(.open(.comparison))),
    KeyBinding(
      [.character("|")], .experiment, "the other side of a comparison", brief: "A|B",
      .comparison(.turnToOtherSide)),
    KeyBinding(
      [.character("Q")], .experiment, "chart of quality by steps for several samplers; stop it",
      .studies(.toggle(.chart))),
    KeyBinding(
      [.character("B")], .experiment, "error budget: where the error comes from; stop it",
      .studies(.toggle(.budget))),
    KeyBinding(
      [.character("O")], .experiment, "prior, coupling, repair, solver: other ways to the data",
      brief: "prior", .overlay(.open(.transport))),
    KeyBinding([.character("x")], .experiment, "another seed", .experiment(.reseed)),
    KeyBinding(
      [.character("u")], .experiment, "undo; the 8 latest networks come back too",
      .experiment(.undo)),
    KeyBinding([.character("U"), .control("r")], .experiment, "redo", .experiment(.redo)),
  ]

  private static let program: [KeyBinding] = [
    KeyBinding(
      [.character("?"), .function(1)], .program, "this help", brief: "help", .overlay(.toggleHelp)),
    KeyBinding(
      [.character(":")], .program, "command line, with completion and history", brief: "command",
      .line(.openCommandLine(""))),
    KeyBinding(
      [.character("/"), .control("p")], .program, "find anything that can be done", brief: "find",
      .line(.openPalette)),
    KeyBinding([.control("s")], .program, "save the weights", .sharing(.saveWeights)),
    KeyBinding(
      [.character("S")], .program, "save the experiment as a preset", .sharing(.savePreset)),
    KeyBinding(
      [.character("E")], .program, "share: command line, picture, points, preset, weights",
      .overlay(.open(.sharing))),
    KeyBinding([.escape], .program, "one level back", brief: "back", .overlay(.back)),
    KeyBinding([.control("l")], .program, "draw the screen again", .program(.repaint)),
    KeyBinding([.control("z")], .program, "suspend", .program(.suspend)),
  ]
}
