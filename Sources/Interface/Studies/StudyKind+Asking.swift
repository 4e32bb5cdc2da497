import TextScreen

extension StudyKind {
  /// A key and a command `WORD on|off` that begin a study and call it off.
  struct Asking: Sendable {
    let key: Character
    /// What the key does, as the help says it.
    let title: String
    let word: String
    /// What the command does, in one line.
    let summary: String
  }

  /// The key that asks for it.
  var binding: KeyBinding? {
    asking.map {
      KeyBinding([.character($0.key)], .experiment, $0.title, .studies(.toggle(self)))
    }
  }

  /// The command that asks for it.
  var command: Command? {
    asking.map { asking in
      Command(
        asking.word, "on|off", example: "on", asking.summary, choices: Command.onOrOff
      ) {
        try Command.switched($0) == $1.studies.isPending(self) ? [] : [.studies(.toggle(self))]
      }
    }
  }
}
