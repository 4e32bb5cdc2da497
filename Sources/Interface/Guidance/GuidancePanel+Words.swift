/// What is said of guidance.
extension GuidancePanel {
  static let words: [PanelWord] = [
    PanelWord(
      "prompt",
      "the labels that are asked for"),
    PanelWord(
      "weight",
      or: ["w"],
      "how strongly: 1 is the prompt's own model, above 1 exaggerates it, 0 is no guidance"),
    PanelWord(
      "led by",
      """
      where the difference comes from that is exaggerated: the network's labels, the exact \
      posterior, a classifier
      """),
    PanelWord(
      "weak",
      "the answer that is turned away from"),
    PanelWord(
      "strong",
      "the answer for the prompt"),
    PanelWord(
      "guided",
      "weak plus weight times the difference: the answer that is used"),
    PanelWord(
      "labels",
      "the labels that the prompt picks"),
    PanelWord(
      "told",
      or: ["nothing", "no network is asked"],
      "what labels the network is told"),
    PanelWord(
      "at this level",
      "the share of particles whose likeliest label is asked for, now"),
    PanelWord(
      "judged at the end of the run",
      or: ["end"],
      "label accuracy, distance and spread are told of finished samples only"),
    PanelWord(
      "spread",
      "the samples' standard deviation as a share of the label's own, in percent"),
    PanelWord(
      "Frechet",
      """
      the squared Frechet distance: between mean and covariance of the samples and those \
      asked for
      """),
    PanelWord(
      "W2 to tilted density",
      or: ["W2 to tilted"],
      "the distance to the density that guidance is said to sample, p(x) p(c | x)^w"),
    PanelWord(
      "sigma",
      "between which sigma / alpha guidance acts"),
    PanelWord(
      "seeds",
      or: ["seed"],
      """
      with how many seeds, from the first on, all of the curve is made: places are means, upright \
      lines one standard deviation of a single seed
      """),
    PanelWord(
      "draws the curve by weight",
      "Y draws accuracy, distance and spread against the weight"),
  ]
}
