/// What is said of one particle.
extension InspectorPanel {
  static let words: [PanelWord] = [
    PanelWord(
      "x_t",
      "where the particle is at this level"),
    PanelWord(
      "alpha",
      or: ["sigma"],
      "the level's coefficients: x_t = alpha clean + sigma noise"),
    PanelWord(
      "epsilon",
      "the noise that the model predicts in the particle"),
    PanelWord(
      "off",
      """
      how far the network's predicted noise is from the exact one for this particle, in \
      units of the noise's standard deviation
      """),
    PanelWord(
      "exact",
      "the noise that the closed-form answer predicts"),
    PanelWord(
      "clean",
      "the expected data point: what is left of x_t when the predicted noise is subtracted"),
    PanelWord(
      "next",
      "where the next step puts the particle"),
    PanelWord(
      "features", or: ["tanh"],
      "what the network is told of the level: the log-SNR in sines and cosines"),
    PanelWord(
      "log-SNR",
      "the logarithm of the ratio of signal to noise variance at this level"),
    PanelWord(
      "z",
      "fresh noise that the step adds"),
    PanelWord(
      "the noise predictor",
      or: [
        "learned noise predictor", "exact noise predictor", "learned velocity", "exact velocity",
      ],
      "which model is asked for this particle: the network or the closed form"),
    PanelWord(
      "the subtraction gate",
      "how predicted noise and particle become the next point"),
    PanelWord(
      "= the mean of the data",
      "where no signal is left the best guess is the mean of all data"),
    PanelWord(
      "arrived at",
      or: ["the run has arrived"],
      "the run has reached its end: there is no next step"),
    PanelWord(
      "posterior of labels",
      "how likely each label is for this particle, by the exact distribution"),
    PanelWord(
      "class",
      "the class the particle set out with"),
    PanelWord(
      "p here",
      "how likely that class is at this place and time, by the exact distribution"),
    PanelWord(
      "v",
      "the velocity there: how the particle moves by unit of time"),
    PanelWord(
      "true", or: ["the target"],
      "what was really added on the way here, which the network is trained to predict"),
    PanelWord(
      "told of the place", or: ["the place", "told of the time"],
      "the numbers that go into the network: features of the particle's place and of the level"),
    PanelWord(
      "silu", or: ["gelu"],
      "the smooth function between the network's layers"),
    PanelWord(
      "on its pair's path",
      "on the way to noise a particle follows the path to its own start"),
  ]
}
