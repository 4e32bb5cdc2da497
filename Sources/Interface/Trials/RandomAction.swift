import Diffusion
import TextScreen

/// Something that anybody could do next, drawn at random: a line of the command language, a key, a
/// move of the mouse, or an action with any number in it.
struct RandomAction {
  /// What it is, in words.
  let words: String
  let actions: [Action]

  /// How large what is asked for may be.
  enum Scale: Sendable {
    /// So small that thousands of actions are quick in a debug build.
    case small
    /// Whatever the program allows.
    case any
  }

  /// - Parameter state: what the line is said to; keys mean what they mean there.
  init(in state: AppState, scale: Scale, using random: inout RandomStream) {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4: self.init(line: Self.line(in: state, scale, &random), in: state)
    case 4..<6: self.init(key: Self.key(&random), in: state)
    case 6: self.init(mouse: Self.mouse(in: state.size, &random))
    case 7: self.init(Self.number(&random))
    default: self.init(Self.tick(&random))
    }
  }

  private init(_ action: Action) {
    actions = [action]
    words = Self.words(of: action)
  }

  private init(line: String, in state: AppState) {
    words = ":\(line)"
    // What is refused is refused before it touches the state.
    actions = (try? Command.actions(for: line, in: state)) ?? []
  }

  private init(key: Key, in state: AppState) {
    words = "key \(key.name)"
    actions = KeyTable.action(for: key, in: state).map { [$0] } ?? []
  }

  private init(mouse: Mouse) {
    words = "mouse \(mouse.kind) \(mouse.column) \(mouse.row)"
    actions = [.mouse(mouse)]
  }

  private static func words(of action: Action) -> String {
    String("\(action)".prefix(60))
  }
}

// MARK: - Lines

extension RandomAction {
  /// Lines that end the program or reach out of it say nothing of the state.
  private static let commands = Command.all.filter { !["quit", "quit now"].contains($0.name) }

  private static func line(
    in state: AppState, _ scale: Scale, _ random: inout RandomStream
  ) -> String {
    guard let command = commands.randomElement(using: &random) else { return "" }
    guard command.value != nil else { return command.name }
    let choice = command.choices(state).randomElement(using: &random)
    let label = state.stage.laboratory.mixture.labels.randomElement(using: &random)
    let value =
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<6 where choice != nil: choice ?? ""
      case 6: "\(label ?? "a") \(numbers(2...3, scale, &random))"
      case 7: text(&random)
      case 8: numbers(2...6, scale, &random)
      default: numbers(1...1, scale, &random)
      }
    return "\(command.name) \(value)"
  }

  /// Numbers at their ends, and usual ones.
  static let wholeEnds = [0, 1, -1, 2, 3, 7, 17, 50, -100, .max, .min]
  static let realEnds = [
    0, -0.0, 0.5, 1, -1, 0.999_999, .leastNonzeroMagnitude, 1e-9, 3, 1e308, -1e308, .infinity,
    -.infinity, .nan,
  ]
  private static let large = [100, 1000, 10_000, 100_000, 200_000]

  private static func numbers(
    _ count: ClosedRange<Int>, _ scale: Scale, _ random: inout RandomStream
  ) -> String {
    let whole = scale == .any ? wholeEnds + large : wholeEnds
    let words = (0..<Int.random(in: count, using: &random)).map { _ in
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return "\(Double.random(in: -3...3, using: &random))"
      case 1: return "\(realEnds.randomElement(using: &random) ?? 0)"
      default: return "\(whole.randomElement(using: &random) ?? 0)"
      }
    }
    return words.joined(separator: " ")
  }

  /// Characters that merge with their neighbours, turn directions or are no letters at all.
  static let scalars: [Unicode.Scalar] = [
    "a", "A", "0", " ", "-", "é", "\u{301}", "\u{308}", "\u{200D}", "\u{FE0F}", "\u{202E}",
    "\u{2066}", "\u{1F1E9}", "\u{1F1EA}", "\u{1F468}", "\u{1F3FD}", "\u{1100}", "\u{1161}",
    "\u{11A8}", "\u{939}", "\u{93F}", "\u{94D}", "\u{AC00}", "\u{754C}", "\u{10FFFF}", "\u{FEFF}",
    "\u{D}", "\u{A}", "\u{600}",
  ]

  private static func text(_ random: inout RandomStream) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      if let scalar = scalars.randomElement(using: &random) { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}

// MARK: - Keys, the mouse, numbers, time

extension RandomAction {
  private static let keys: [Key] =
    (33...126).map { .character(Character(Unicode.Scalar($0))) }
    + "abcdefghijklmnopqrstuvwxyz".map { .control($0) } + scalars.map { .character(Character($0)) }
    + [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .home, .end, .pageUp, .pageDown, .space,
      .function(1),
    ]

  private static func key(_ random: inout RandomStream) -> Key {
    keys.randomElement(using: &random) ?? .space
  }

  private static func mouse(in size: Size, _ random: inout RandomStream) -> Mouse {
    let kinds: [Mouse.Kind] = [.press, .press, .release, .drag, .wheelUp, .wheelDown]
    return Mouse(
      kinds.randomElement(using: &random) ?? .press,
      column: Int.random(in: -1...size.columns, using: &random),
      row: Int.random(in: -1...size.rows, using: &random),
      shift: Bool.random(using: &random), control: Bool.random(using: &random))
  }

  /// An action whose number is any number at all.
  private static func number(_ random: inout RandomStream) -> Action {
    let whole = wholeEnds.randomElement(using: &random) ?? 0
    let real = realEnds.randomElement(using: &random) ?? 0
    switch Int.random(in: 0..<16, using: &random) {
    case 0: return .time(.step(whole))
    case 1: return .time(.seek(step: whole))
    case 2: return .time(.seekTime(real))
    case 3: return .trainingTime(.rewind(to: whole))
    case 4: return .trainingTime(.rewindBy(whole))
    case 5: return .schedule(.selectHandle(offset: whole))
    case 6: return .schedule(.nudgeHandle(time: whole, value: whole))
    case 7: return .priors(.selectPrior(offset: whole))
    case 8: return .priors(.movePrior(across: whole, up: whole))
    case 9: return .priors(.widenPrior(whole))
    case 10: return .plane(.pan(columns: whole, rows: whole))
    case 11: return .plane(.selectParticle(offset: whole))
    case 12: return .guide(.addWeight(tenths: whole))
    case 13: return .region(.move(across: whole, up: whole))
    case 14: return .region(.widen(whole))
    default: return .overlay(.moveSelection(whole))
    }
  }

  private static func tick(_ random: inout RandomStream) -> Action {
    .time(
      .tick(
        seconds: [0, 1.0 / 60, 0.1, 0.25, 5].randomElement(using: &random) ?? 0,
        work: [0, 200, 4000, 100_000].randomElement(using: &random) ?? 0))
  }
}
