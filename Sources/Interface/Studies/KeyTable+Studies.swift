import TextScreen

/// The keys of the longer questions about the experiment.
extension KeyTable {
  static let studies: [KeyBinding] = [
    KeyBinding(
      [.character("Q")], .experiment, "chart of quality by steps for several samplers; stop it",
      .studies(.toggle(.chart)))
  ]
}
