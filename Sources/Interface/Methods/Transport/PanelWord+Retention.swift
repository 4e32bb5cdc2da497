/// What is said of labels kept.
extension PanelWord {
  static let retention: [PanelWord] = [
    PanelWord(
      .retention, "own class likeliest",
      "the share of particles whose own class is the likeliest where they are now, in percent"),
    PanelWord(
      .retention, "kept at the end",
      "the share of particles that ended in the class they started in, in percent"),
    PanelWord(
      .retention, "of",
      "how many particles are counted"),
    PanelWord(
      .retention, "chance",
      "what guessing would keep: one in as many as there are classes, in percent"),
    PanelWord(
      .retention, "at most",
      or: ["max"],
      """
      the Bayes accuracy at the start: no way that is not told the label can keep more, in \
      percent
      """),
    PanelWord(
      .retention, "best guess",
      """
      how often the best guess of the class from a point alone is right at this time, in \
      percent
      """),
    PanelWord(
      .retention, "by class",
      "the share kept of every class, a full column for all"),
    PanelWord(
      .retention, "calls a sample",
      or: ["calls"],
      "how often the model is asked to make one sample"),
    PanelWord(
      .retention, "label not passed",
      or: ["no label"],
      "the model is not told the label: the way alone must keep it"),
    PanelWord(
      .retention, "label passed",
      or: ["label"],
      "the model is told the label at every step"),
    PanelWord(
      .retention, "guided to its label",
      or: ["guided"],
      "guidance leads every sample to the label of its start"),
    PanelWord(
      .retention, "the path",
      "the shares of clean point and start on the way, over time"),
    PanelWord(
      .retention, "this prior knows no labels",
      or: ["none to keep"],
      "all starts are alike, so there is no label to keep"),
    PanelWord(
      .retention, "prior",
      "the far end of the way: where samples start"),
  ]
}
