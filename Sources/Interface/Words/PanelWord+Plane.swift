/// What stands around the plane, the schedule and the training of a network.
extension PanelWord {
  static let plane: [PanelWord] = [
    PanelWord(
      .plane, "t",
      "the time of the level: 0 is data, 1 is noise"),
    PanelWord(
      .plane, "alpha-bar",
      "the share of signal in the variance at this level, alpha squared"),
    PanelWord(
      .plane, "log-SNR",
      "the logarithm of the ratio of signal to noise variance"),
    PanelWord(
      .plane, "walk",
      or: ["jump"],
      "forward: noise is added step by step, or straight from the data"),
    PanelWord(
      .plane, "score field",
      or: ["velocity field"],
      """
      arrows: where the density rises; sigma times the score, so that noisy levels can be \
      compared
      """),
  ]

  static let schedule: [PanelWord] = [
    PanelWord(
      .schedule, "now",
      "the curve's value at the level on the screen"),
    PanelWord(
      .schedule, "noise end",
      or: ["nearly noise", "not yet noise", "not noise"],
      """
      what is left of the data at the last level: the bar is the share of noise in the \
      variance there, and the number what the schedule ends at; sampling starts from pure \
      noise, so little may be left
      """),
    PanelWord(
      .schedule, "T",
      "how many noising steps the schedule has"),
    PanelWord(
      .schedule, "data",
      "the left end of an axis of levels: no noise"),
    PanelWord(
      .schedule, "noise",
      "the right end of an axis of levels: pure noise"),
    PanelWord(
      .schedule, "told here",
      "how many bits a point at this level tells of the mode it belongs to"),
    PanelWord(
      .schedule, "of bits",
      "how many bits it takes to say which mode a particle belongs to"),
    PanelWord(
      .schedule, "modes decided",
      "the share of particles that have settled for a mode by now, in percent"),
    PanelWord(
      .schedule, "columns: % there",
      """
      the height of a column is the share of particles that settle for a mode there, in \
      percent
      """),
    PanelWord(
      .schedule, "log axis",
      "equal factors are equally far apart on the upright axis"),
    PanelWord(
      .schedule, "seeds",
      or: ["seed"],
      """
      with how many seeds, from the first on, all of the chart is made: places are means, upright \
      lines one standard deviation of a single seed; all samplers of a seed share its noise
      """),
    PanelWord(
      .schedule, "floor",
      """
      real data against other real data of this size, the mean and the standard deviation of single \
      clouds (the band): what differs by less may be chance
      """),
    PanelWord(
      .schedule, "draws quality by steps",
      or: ["model calls"],
      "Q draws the distance to the data against the number of model calls, for several samplers"),
  ]

  static let training: [PanelWord] = [
    PanelWord(
      .training, "loss",
      "the mean squared error of the network on the last batches"),
    PanelWord(
      .training, "log axis",
      "equal factors are equally far apart on the upright axis"),
    PanelWord(
      .training, "step",
      or: ["steps", "at step", "of step"],
      "how many optimizer steps were made"),
    PanelWord(
      .training, "steps/s",
      or: ["/s"],
      "optimizer steps a second on this machine"),
    PanelWord(
      .training, "rate",
      "the highest learning rate in force"),
    PanelWord(
      .training, "batch",
      "how many samples each optimizer step looks at"),
    PanelWord(
      .training, "blew up",
      """
      the loss exploded at that step: the weights went back to good ones and the rate was \
      halved
      """),
    PanelWord(
      .training, "init",
      """
      the left end of the training ruler: the network as it was initialized, before its \
      first step
      """),
    PanelWord(
      .training, "idle",
      or: ["paused", "starting"],
      "whether training runs: t starts and pauses it"),
    PanelWord(
      .training, "the network is untrained",
      or: ["press", "to train it"],
      "it has made no step yet; t trains it"),
    PanelWord(
      .training, "weights from a file",
      or: ["trains on", "trains a fresh network"],
      "the network was loaded and is seen as it is; t trains on, T begins anew"),
  ]
}
