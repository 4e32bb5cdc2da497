import Diffusion

extension CommandPalette {
  /// Everything that can be done from a state: the keys of the screen, then the commands that no
  /// key stands for, each with the values that can be listed.
  init(_ state: AppState) {
    let bindings = KeyTable.all.indices.filter { KeyTable.all[$0].isOfTheScreen }
    let named = Command.all.filter { $0.value == nil }.map { command in
      (command: command, action: Self.onlyAction(of: command, in: state))
    }
    let keyed = bindings.map { index in
      let binding = KeyTable.all[index]
      let names = named.filter { $0.action == "\(binding.action)" }.map(\.command.name)
      return Entry(
        binding.title, summary: binding.group.rawValue, keys: binding.keyNames,
        also: names.joined(separator: " "), .binding(index))
    }
    let actions = Set(bindings.map { "\(KeyTable.all[$0].action)" })
    let unkeyed = named.filter { !actions.contains($0.action ?? "") }.map(\.command)
    self.init(
      keyed + unkeyed.map { Entry($0.name, summary: $0.summary, .line($0.name)) }
        + Command.all.filter { $0.value != nil }.flatMap { Self.entries(of: $0, in: state) })
  }

  /// The one action of a command without a value, in words that can be compared.
  private static func onlyAction(of command: Command, in state: AppState) -> String? {
    guard let actions = try? command.actions("", state), actions.count == 1 else { return nil }
    return "\(actions[0])"
  }

  private static func entries(of command: Command, in state: AppState) -> [Entry] {
    let choices = command.choices(state)
    if choices.isEmpty {
      return [Entry(command.usage, summary: command.summary, .draft("\(command.name) "))]
    }
    return choices.map { choice in
      let line = "\(command.name) \(choice)"
      let remark = command.remark(choice, state) ?? command.summary
      return Entry(line, summary: remark, .line(line))
    }
  }
}
