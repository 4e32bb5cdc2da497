import Diffusion

/// One thing that can be said in the command line, in scripts and in lessons: a few fixed words and
/// perhaps a value.
public struct Command: Sendable {
  /// The fixed words, such as `set schedule`.
  public let name: String
  /// What the value is called, such as `N`; nil where there is none.
  public let value: String?
  /// The command as somebody would say it.
  public let example: String
  /// What it does, in one line.
  public let summary: String
  /// The values that can be listed.
  let choices: @Sendable (AppState) -> [String]
  /// The values that go on from what is typed of one.
  let growing: @Sendable (_ typed: String, AppState) -> [String]
  /// Whether the command can be said without its value.
  let mayBeEmpty: Bool
  /// What a listed value means, where it has words of its own.
  let remark: @Sendable (_ value: String, AppState) -> String?
  /// What to say or press where somebody gives it a value that it does not take.
  let instead: String?
  /// The value that holds now, where there is one to tell.
  private let told: @Sendable (AppState) -> String?
  /// What it comes to now.
  let actions: @Sendable (_ value: String, AppState) throws -> [Action]

  /// A command without a value.
  init(
    _ name: String, _ summary: String, instead: String? = nil,
    _ actions: @escaping @Sendable (AppState) -> [Action]
  ) {
    self.name = name
    self.summary = summary
    value = nil
    example = name
    choices = { _ in [] }
    growing = { _, _ in [] }
    mayBeEmpty = true
    remark = { _, _ in nil }
    told = { _ in nil }
    self.instead = instead
    self.actions = { _, state in actions(state) }
  }

  /// A command with a value.
  ///
  /// - Parameter example: a value that somebody would give it.
  init(
    _ name: String, _ value: String, example: String, _ summary: String,
    choices: @escaping @Sendable (AppState) -> [String] = { _ in [] },
    growing: (@Sendable (_ typed: String, AppState) -> [String])? = nil,
    remark: @escaping @Sendable (_ value: String, AppState) -> String? = { _, _ in nil },
    current: @escaping @Sendable (AppState) -> String? = { _ in nil },
    mayBeEmpty: Bool = false,
    actions: @escaping @Sendable (_ value: String, AppState) throws -> [Action]
  ) {
    self.name = name
    self.value = value
    self.example = "\(name) \(example)"
    self.summary = summary
    self.choices = choices
    self.growing = growing ?? { _, state in choices(state) }
    self.mayBeEmpty = mayBeEmpty
    self.remark = remark
    told = current
    instead = nil
    self.actions = actions
  }

  /// Everything that can be said; completion, the list of commands and scripts read this one table.
  public static let all: [Command] =
    time + model + trainingTime + experiment + comparison + studies
    + StudyKind.all.compactMap(\.command) + schedule + history
    + [objective] + MethodScreen.all.flatMap(\.offers.commands) + guidance + view + walks + drawing
    + savingStudies
    + sharing + lesson
    + program

  /// The value that holds now: saying it again would change nothing.
  func current(_ state: AppState) -> String? {
    if let value = told(state) { return value }
    return choices(state).first { choice in
      guard let actions = try? actions(choice, state) else { return false }
      return actions.allSatisfy { $0.ofFeature.changesNothing(in: state) }
    }
  }

  /// The words with the name of the value: `step N`.
  public var usage: String { name + (value.map { " \($0)" } ?? "") }
}

/// Something that was said and cannot be done: what was wrong, and what would be right.
public struct CommandError: Error, CustomStringConvertible, Equatable {
  public let description: String

  init(_ description: String) { self.description = description }
}

extension Command {
  /// The actions that a line asks for now.
  public static func actions(for line: String, in state: AppState) throws -> [Action] {
    guard let (command, value) = try parsed(line) else { return [] }
    return try command.actions(value, state)
  }

  /// The command that a line names, and its value; nil for an empty line.
  ///
  /// Throws what is wrong with the words, with the nearest that exist; whether the value can be taken
  /// only a state can tell.
  public static func parsed(_ line: String) throws -> (command: Command, value: String)? {
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    let named = all.filter { words.starts(with: $0.words, by: isSame) }
    guard let command = named.max(by: { $0.words.count < $1.words.count }) else {
      throw unknown(first, words.dropFirst().first)
    }
    let value = words.dropFirst(command.words.count).joined(separator: " ")
    if command.value == nil, !value.isEmpty {
      let advice = command.instead ?? "leave '\(value)' away"
      throw CommandError("'\(command.name)' takes no value: \(advice)")
    }
    if let name = command.value, value.isEmpty, !command.mayBeEmpty {
      throw CommandError("'\(command.name)' needs a value: \(command.name) \(name)")
    }
    return (command, value)
  }

  /// Whether a typed word is a word of a command, in another spelling perhaps.
  private static func isSame(_ typed: String, _ word: String) -> Bool {
    typed == word || Spelling.plain(typed) == Spelling.plain(word)
      || (word == "colour" && typed.lowercased() == "color")
  }

  var words: [String] { name.split(separator: " ").map(String.init) }

  private static func unknown(_ first: String, _ second: String?) -> any Error {
    let seconds = once(
      all.filter { $0.words[0] == first }.compactMap { $0.words.dropFirst().first })
    if let second, !seconds.isEmpty {
      return UnknownName(name: second, family: "'\(first)'", known: seconds)
    }
    if !seconds.isEmpty {
      return CommandError("'\(first)' goes on with \(seconds.joined(separator: ", "))")
    }
    return UnknownName(name: first, family: "command", known: once(all.map { $0.words[0] }))
  }

  /// The words in their order, each once.
  private static func once(_ words: [String]) -> [String] {
    words.reduce(into: []) { list, word in
      if !list.contains(word) { list.append(word) }
    }
  }
}

// MARK: - Values

extension Command {
  static func whole(_ text: String) throws -> Int {
    guard let number = Int(text) else {
      throw CommandError("'\(text)' is no whole number, such as 10")
    }
    return number
  }

  static func number(_ text: String) throws -> Double {
    guard let number = Double(text), number.isFinite else {
      throw CommandError("'\(text)' is no number, such as 0.5")
    }
    return number
  }

  static func member<Family: RawRepresentable & CaseIterable>(
    _ text: String, of family: Family.Type, called name: String
  ) throws -> Family where Family.RawValue == String {
    let names = family.allCases.map(\.rawValue)
    guard let member = Spelling.known(text, among: names).flatMap(Family.init) else {
      throw UnknownName(name: text, family: name, known: names)
    }
    return member
  }

  static func switched(_ text: String) throws -> Bool {
    switch text {
    case "on": true
    case "off": false
    default: throw CommandError("'\(text)' is neither on nor off")
    }
  }
}
