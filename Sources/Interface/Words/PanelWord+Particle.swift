/// What is said of one particle and of guidance.
extension PanelWord {
  static let particle: [PanelWord] = [
    PanelWord(
      .inspector, "x_t",
      "where the particle is at this level"),
    PanelWord(
      .inspector, "alpha",
      or: ["sigma"],
      "the level's coefficients: x_t = alpha clean + sigma noise"),
    PanelWord(
      .inspector, "epsilon",
      "the noise that the model predicts in the particle"),
    PanelWord(
      .inspector, "off",
      """
      how far the network's predicted noise is from the exact one for this particle, in \
      units of the noise's standard deviation
      """),
    PanelWord(
      .inspector, "exact",
      "the noise that the closed-form answer predicts"),
    PanelWord(
      .inspector, "clean",
      "the expected data point: what is left of x_t when the predicted noise is subtracted"),
    PanelWord(
      .inspector, "next",
      "where the next step puts the particle"),
    PanelWord(
      .inspector, "features",
      "what the network is told of the level: the log-SNR in sines and cosines"),
    PanelWord(
      .inspector, "log-SNR",
      "the logarithm of the ratio of signal to noise variance at this level"),
    PanelWord(
      .inspector, "z",
      "fresh noise that the step adds"),
    PanelWord(
      .inspector, "the noise predictor",
      or: [
        "learned noise predictor", "exact noise predictor", "learned velocity", "exact velocity",
      ],
      "which model is asked for this particle: the network or the closed form"),
    PanelWord(
      .inspector, "the subtraction gate",
      "how predicted noise and particle become the next point"),
    PanelWord(
      .inspector, "= the mean of the data",
      "where no signal is left the best guess is the mean of all data"),
    PanelWord(
      .inspector, "arrived at",
      or: ["the run has arrived"],
      "the run has reached its end: there is no next step"),
    PanelWord(
      .inspector, "posterior of labels",
      "how likely each label is for this particle, by the exact distribution"),
    PanelWord(
      .inspector, "class",
      "the class the particle set out with"),
    PanelWord(
      .inspector, "p here",
      "how likely that class is at this place and time, by the exact distribution"),
    PanelWord(
      .inspector, "v",
      "the velocity there: how the particle moves by unit of time"),
  ]

  static let guidance: [PanelWord] = [
    PanelWord(
      .guidance, "prompt",
      "the labels that are asked for"),
    PanelWord(
      .guidance, "weight",
      or: ["w"],
      "how strongly: 1 is the prompt's own model, above 1 exaggerates it, 0 is no guidance"),
    PanelWord(
      .guidance, "led by",
      """
      where the difference comes from that is exaggerated: the network's labels, the exact \
      posterior, a classifier
      """),
    PanelWord(
      .guidance, "weak",
      "the answer that is turned away from"),
    PanelWord(
      .guidance, "strong",
      "the answer for the prompt"),
    PanelWord(
      .guidance, "guided",
      "weak plus weight times the difference: the answer that is used"),
    PanelWord(
      .guidance, "labels",
      "the labels that the prompt picks"),
    PanelWord(
      .guidance, "told",
      or: ["nothing", "no network is asked"],
      "what labels the network is told"),
    PanelWord(
      .guidance, "at this level",
      "the share of particles whose likeliest label is asked for, now"),
    PanelWord(
      .guidance, "judged at the end of the run",
      or: ["end"],
      "label accuracy, distance and spread are told of finished samples only"),
    PanelWord(
      .guidance, "spread",
      "the samples' standard deviation as a share of the label's own, in percent"),
    PanelWord(
      .guidance, "Frechet",
      """
      the squared Frechet distance: between mean and covariance of the samples and those \
      asked for
      """),
    PanelWord(
      .guidance, "W2 to tilted density",
      or: ["W2 to tilted"],
      "the distance to the density that guidance is said to sample, p(x) p(c | x)^w"),
    PanelWord(
      .guidance, "sigma",
      "between which sigma / alpha guidance acts"),
    PanelWord(
      .guidance, "seeds",
      or: ["seed"],
      """
      with how many seeds, from the first on, all of the curve is made: places are means, upright \
      lines one standard deviation of a single seed
      """),
    PanelWord(
      .guidance, "draws the curve by weight",
      "Y draws accuracy, distance and spread against the weight"),
  ]
}
