import TextScreen

/// The keys of the model and its training.
extension KeyTable {
  static let training: [KeyBinding] = [
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
  ]
}
