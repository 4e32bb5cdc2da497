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
      .schedule, "draws quality by steps",
      or: ["model calls"],
      "Q draws the distance to the data against the number of model calls, for several samplers"),
  ]

  static let training: [PanelWord] = [
    PanelWord(
      .training, "loss",
      "the mean squared error of the network on the last batches"),
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

  static let samples: [PanelWord] = [
    PanelWord(
      .quality, "modes",
      "how many modes of the data the samples have found, of how many there are"),
    PanelWord(
      .quality, "%",
      """
      the smallest and the largest share of a mode among the samples, in percent, where all \
      should be alike
      """),
    PanelWord(
      .quality, "share x",
      """
      by what factor the shares of modes miss their own, the smallest and the largest: x \
      1..1 is right
      """),
    PanelWord(
      .quality, "sliced W2",
      or: ["W2"],
      """
      the distance to real data: the root mean square, over directions, of the Wasserstein \
      distance of the projections, in units of the plane
      """),
    PanelWord(
      .quality, "floor",
      """
      the same measure between two clouds of real data of this size: no sample can be \
      expected to score less
      """),
    PanelWord(
      .quality, "within 3 std",
      or: ["within std"],
      """
      the share of samples no further than 3 standard deviations from their mode's centre, \
      in percent
      """),
    PanelWord(
      .quality, "ideal",
      "what infinitely many samples of the exact distribution would score"),
    PanelWord(
      .quality, "score error",
      """
      how far the network's predicted noise is from the exact one at this level: the mean \
      square beyond what no network can avoid
      """),
    PanelWord(
      .quality, "worst",
      "the largest such error of all levels"),
    PanelWord(
      .quality, "error by level",
      or: ["by level"],
      "that error at every level from data to noise; the tallest column is the worst"),
    PanelWord(
      .quality, "at step",
      "the training step that the figures are about"),
    PanelWord(
      .quality, "measuring again",
      "figures of a later network are being worked out"),
    PanelWord(
      .quality, "the exact model",
      or: ["exact model"],
      "the samples are of the closed-form answer, not of a network"),
    PanelWord(
      .quality, "path excess",
      """
      by what share the energy of the paths differs from the least possible, W2 squared: 0 \
      for the cheapest way there is
      """),
    PanelWord(
      .quality, "bends by",
      """
      how much the paths bend: the mean squared difference between the velocity and the \
      straight way, in units of the plane squared; 0 is straight, noise where there is some \
      on the way
      """),
    PanelWord(
      .quality, "n",
      or: ["-step", "Exact ODE"],
      "how the judged samples were drawn: steps, sampler and their number"),
    PanelWord(
      .quality, "error budget",
      """
      B splits the sliced W2 to the data into what the start, the steps, the network and \
      chance cost
      """),
    PanelWord(
      .quality, "only so many samples",
      or: ["few samples"],
      "what is left even for real data, because a finite cloud is compared with another"),
    PanelWord(
      .quality, "start from pure noise",
      or: ["wrong start"],
      """
      what it costs that sampling starts from pure noise where the schedule's last level \
      still shows the data
      """),
    PanelWord(
      .quality, "steps that are not small",
      or: ["coarse steps"],
      "what the sampler's finite steps cost, with the exact model"),
    PanelWord(
      .quality, "network that is not exact",
      or: ["network"],
      "what the network's own error costs, with the same steps"),
    PanelWord(
      .quality, "finds where the error comes from",
      or: ["finds where the error comes"],
      "B starts that measurement"),
  ]

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
      .guidance, "draws the curve by weight",
      "Y draws accuracy, distance and spread against the weight"),
  ]
}
