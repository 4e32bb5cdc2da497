/// What is said of the training of a network.
extension TrainingPanel {
  static let words: [PanelWord] = [
    PanelWord(
      "loss",
      "the mean squared error of the network on the last batches"),
    PanelWord(
      "floor",
      """
      what the loss cannot be below in the mean, exactly: what no noisy point tells of the sample it \
      was made of
      """),
    PanelWord(
      "log axis",
      "equal factors are equally far apart on the upright axis"),
    PanelWord(
      "step",
      or: ["steps", "at step", "of step"],
      "how many optimizer steps were made"),
    PanelWord(
      "steps/s",
      or: ["/s"],
      "optimizer steps a second on this machine"),
    PanelWord(
      "rate",
      "the highest learning rate in force"),
    PanelWord(
      "batch",
      "how many samples each optimizer step looks at"),
    PanelWord(
      "blew up",
      """
      the loss exploded at that step: the weights went back to good ones and the rate was \
      halved
      """),
    PanelWord(
      "init",
      """
      the left end of the training ruler: the network as it was initialized, before its \
      first step
      """),
    PanelWord(
      "idle",
      or: ["paused", "starting"],
      "whether training runs: t starts and pauses it"),
    PanelWord(
      "the network is untrained",
      or: ["press", "to train it"],
      "it has made no step yet; t trains it"),
    PanelWord(
      "weights from a file",
      or: ["trains on", "trains a fresh network"],
      "the network was loaded and is seen as it is; t trains on, T begins anew"),
  ]
}
