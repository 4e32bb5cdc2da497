import Diffusion

extension CommandPalette {
  /// Everything that can be done from a state: the keys of the screen, then the commands that no
  /// key stands for, each with the values that can be listed.
  init(_ state: AppState) {
    let relabelling = state.relabelling
    let named = Command.all.filter { $0.value == nil }.map { command in
      (command: command, action: Self.onlyAction(of: command, in: state))
    }
    let keyed = Self.keys.map { index, action in
      let binding = KeyTable.all[index]
      let names = named.filter { $0.action == action }.map(\.command.name) + [binding.title]
      return Entry(
        relabelling(binding.title), summary: binding.group.rawValue, keys: binding.keyNames,
        also: names.joined(separator: " "), .binding(index))
    }
    let actions = Set(Self.keys.map(\.action))
    let unkeyed = named.filter { !actions.contains($0.action ?? "") }.map(\.command)
    self.init(
      keyed
        + unkeyed.map { Entry($0.name, summary: relabelling($0.summary), .line($0.name)) }
        + Command.all.filter { $0.value != nil }.flatMap { Self.entries(of: $0, in: state) })
  }

  /// The keys of the screen by their place in the table, with their actions in words, which take
  /// long to make.
  private static let keys: [(index: Int, action: String)] =
    KeyTable.all.indices.filter { KeyTable.all[$0].isOfTheScreen }
    .map { ($0, "\(KeyTable.all[$0].action)") }

  /// The one action of a command without a value, in words that can be compared.
  private static func onlyAction(of command: Command, in state: AppState) -> String? {
    guard let actions = try? command.actions("", state), actions.count == 1 else { return nil }
    return "\(actions[0])"
  }

  private static func entries(of command: Command, in state: AppState) -> [Entry] {
    let relabelling = state.relabelling
    let choices = command.choices(state)
    if choices.isEmpty {
      let summary = relabelling(command.summary)
      return [Entry(command.usage, summary: summary, .draft("\(command.name) "))]
    }
    return choices.map { choice in
      let line = "\(command.name) \(choice)"
      let remark = command.remark(choice, state) ?? command.summary
      return Entry(line, summary: relabelling(remark), .line(line))
    }
  }
}
