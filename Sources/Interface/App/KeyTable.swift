/// One row of the key table: what a key does, in which words, and when.
public struct KeyBinding: Sendable {
  /// The headings of the help page, in its order.
  public enum Group: String, Sendable, CaseIterable {
    case time = "Time"
    case model = "Model and training"
    case experiment = "Experiment"
    case schedule = "Schedule"
    case view = "View"
    case guidance = "Labels and guidance"
    case program = "Program"
  }

  public let keys: [Key]
  public let group: Group
  /// A few words for the help page and the README.
  public let title: String
  /// One or two words for the footer; nil keeps the binding out of it.
  public let brief: String?
  public let action: Action
  /// The overlays and panels in which the binding holds.
  let scope: Scope

  /// Where a binding holds.
  enum Scope: Sendable {
    /// Wherever no overlay is open and no narrower binding has the key.
    case everywhere
    /// While the schedule panel has the focus.
    case schedule
    /// While the guidance panel has the focus.
    case guidance
    /// While the panel of the labels kept has the focus, and so priors are at hand.
    case priors
    /// While a list is open.
    case picker
    /// While the help page is open.
    case help
    /// While a command is typed.
    case command
    /// While the palette is open.
    case palette
    /// While the drawing board is out.
    case drawing
    /// While text is shown.
    case words
    /// While the question about unsaved training is open.
    case confirmQuit
  }

  /// Whether it goes one level back on the screen itself.
  var leadsBack: Bool {
    if case .back = action { scope == .everywhere } else { false }
  }

  /// The names of the keys, as a person says them.
  public var keyNames: String { keys.map(\.name).joined(separator: " ") }

  init(
    _ keys: [Key], _ group: Group, _ title: String, brief: String? = nil, _ action: Action,
    in scope: Scope = .everywhere
  ) {
    self.keys = keys
    self.group = group
    self.title = title
    self.brief = brief
    self.action = action
    self.scope = scope
  }
}

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

  private static let schedule: [KeyBinding] = [
    KeyBinding(
      [.character("c")], .schedule, "curve: beta, alpha-bar, log-SNR, posterior variance",
      .cycleCurve),
    KeyBinding([.character("G")], .schedule, "other schedules behind the curve", .toggleGhosts),
    KeyBinding([.character("#")], .schedule, "control points at round numbers", .toggleSnapping),
    KeyBinding(
      [.character("b")], .schedule, "take the next control point, or the next label's prior",
      brief: "bend", .selectHandle(offset: 1)),
    KeyBinding(
      [.up], .schedule, "in the schedule panel: beta up a tenth", brief: "beta",
      .nudgeHandle(time: 0, value: 1), in: .schedule),
    KeyBinding(
      [.down], .schedule, "in the schedule panel: beta down a tenth",
      .nudgeHandle(time: 0, value: -1), in: .schedule),
    KeyBinding(
      [.right], .schedule, "in the schedule panel: control point later", brief: "time",
      .nudgeHandle(time: 1, value: 0), in: .schedule),
    KeyBinding(
      [.left], .schedule, "in the schedule panel: control point earlier",
      .nudgeHandle(time: -1, value: 0), in: .schedule),
    KeyBinding(
      [.enter], .schedule, "in the schedule panel: type its numbers", brief: "type", .typeHandle,
      in: .schedule),
    KeyBinding(
      [.character("+"), .insert], .schedule,
      "in the schedule panel: add a control point",
      brief: "add point", .addHandle, in: .schedule),
    KeyBinding(
      [.character("-"), .delete], .schedule, "in the schedule panel: delete the control point",
      brief: "delete", .deleteHandle, in: .schedule),
  ]

  private static let view: [KeyBinding] = [
    KeyBinding(
      [.character("v")], .view, "score field: exact, learned or off", brief: "field", .cycleField),
    KeyBinding(
      [.character("h")], .view,
      "shade: exact density, energy, error or curl of the network, nothing",
      .cycleGround),
    KeyBinding(
      [.character("H")], .view, "contours around 50, 90 and 99 % of the exact density",
      .toggleContours),
    KeyBinding(
      [.character("F")], .view, "field as arrows, stream lines or drifting tracers", .cycleFlow),
    KeyBinding(
      [.character("P")], .view, "where the particle may have come from, p(x0 | x_t)",
      .toggleLobes),
    KeyBinding([.character("f")], .view, "film strip: the run at several levels", .toggleFilm),
    KeyBinding(
      [.character("Z")], .view, "the panel alone in its column, or the plane alone", .toggleSolo),
    KeyBinding([.character("y")], .view, "trails of a few particles", .toggleTrails),
    KeyBinding(
      [.character("*")], .view, "tubes of the classes of another prior", .toggleTubes),
    KeyBinding(
      [.character("k")], .view, "colour by density, by label or by decision time", .cycleColour),
    KeyBinding([.character("g")], .view, "dots: Braille, half blocks, ASCII", .cycleDots),
    KeyBinding(
      [.character("L")], .view, "colours: dark, light, high contrast, none", .cycleTheme),
    KeyBinding([.character("+"), .character("=")], .view, "closer", .zoom(closer: true)),
    KeyBinding([.character("-")], .view, "further away", .zoom(closer: false)),
    KeyBinding([.character("0")], .view, "the whole plane", .resetCamera),
    KeyBinding([.shiftUp], .view, "look up", .pan(columns: 0, rows: 1)),
    KeyBinding([.shiftDown], .view, "look down", .pan(columns: 0, rows: -1)),
    KeyBinding([.character("w")], .view, "look left", .pan(columns: -1, rows: 0)),
    KeyBinding([.character("e")], .view, "look right", .pan(columns: 1, rows: 0)),
    KeyBinding([.character("i")], .view, "another particle", .selectParticle(offset: 1)),
    KeyBinding([.character("I")], .view, "the particle before", .selectParticle(offset: -1)),
    KeyBinding([.backTab], .view, "panel before", .focus(offset: -1)),
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
