/// What is said of labels kept.
extension RetentionPanel {
  static let words: [PanelWord] = [
    PanelWord(
      "own class likeliest",
      "the share of particles whose own class is the likeliest where they are now, in percent"),
    PanelWord(
      "kept at the end",
      "the share of particles that ended in the class they started in, in percent"),
    PanelWord(
      "of",
      "how many particles are counted"),
    PanelWord(
      "chance",
      "what guessing would keep: one in as many as there are classes, in percent"),
    PanelWord(
      "at most",
      or: ["max"],
      """
      the Bayes accuracy at the start: no way that is not told the label can keep more, in \
      percent
      """),
    PanelWord(
      "best guess",
      """
      how often the best guess of the class from a point alone is right at this time, in \
      percent
      """),
    PanelWord(
      "by class",
      "the share kept of every class, a full column for all"),
    PanelWord(
      "calls a sample",
      or: ["calls"],
      "how often the model is asked to make one sample"),
    PanelWord(
      "label not passed",
      or: ["no label"],
      "the model is not told the label: the way alone must keep it"),
    PanelWord(
      "label passed",
      or: ["label"],
      "the model is told the label at every step"),
    PanelWord(
      "guided to its label",
      or: ["guided"],
      "guidance leads every sample to the label of its start"),
    PanelWord(
      "the path",
      "the shares of clean point and start on the way, over time"),
    PanelWord(
      "this prior knows no labels",
      or: ["none to keep", "no labels to keep"],
      "all starts are alike, so there is no label to keep"),
    PanelWord(
      "prior",
      "the far end of the way: where samples start"),
    PanelWord(
      "data", or: ["prior"],
      "the ends of the axis: times run from the prior to the data"),
  ]
}
