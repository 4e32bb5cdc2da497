/// What is said of the quality of samples.
extension QualityPanel {
  static let words: [PanelWord] = [
    PanelWord(
      "modes",
      "how many modes of the data the samples have found, of how many there are"),
    PanelWord(
      "%",
      """
      the smallest and the largest share of a mode among the samples, in percent, where all \
      should be alike
      """),
    PanelWord(
      "share x",
      """
      by what factor the shares of modes miss their own, the smallest and the largest: x \
      1..1 is right
      """),
    PanelWord(
      "exact W2",
      """
      the distance to the same real data in the plane itself: the root of the least mean squared \
      distance that samples must be moved to become it
      """),
    PanelWord(
      "sliced W2",
      or: ["W2"],
      """
      the distance to real data: the root mean square, over directions, of the Wasserstein \
      distance of the projections, in units of the plane
      """),
    PanelWord(
      "floor",
      """
      the same measure between two clouds of real data of this size: no sample can be \
      expected to score less
      """),
    PanelWord(
      "within 3 std",
      or: ["within std"],
      """
      the share of samples no further than 3 standard deviations from their mode's centre, \
      in percent
      """),
    PanelWord(
      "ideal",
      "what infinitely many samples of the exact distribution would score"),
    PanelWord(
      "score error",
      """
      how far the network's predicted noise is from the exact one at this level: the mean \
      square beyond what no network can avoid
      """),
    PanelWord(
      "worst",
      "the largest such error of all levels"),
    PanelWord(
      "error by level",
      or: ["by level"],
      "that error at every level from data to noise; the tallest column is the worst"),
    PanelWord(
      "at step",
      "the training step that the figures are about"),
    PanelWord(
      "measuring again",
      "figures of a later network are being worked out"),
    PanelWord(
      "the exact model",
      or: ["exact model"],
      "the samples are of the closed-form answer, not of a network"),
    PanelWord(
      "path excess",
      """
      by what share the energy of the paths differs from the least possible, W2 squared: 0 \
      for the cheapest way there is
      """),
    PanelWord(
      "bends by",
      """
      how much the paths bend: the mean squared difference between the velocity and the \
      straight way, in units of the plane squared; 0 is straight, noise where there is some \
      on the way
      """),
    PanelWord(
      "n",
      or: ["-step", "Exact ODE"],
      "how the judged samples were drawn: steps, sampler and their number"),
    PanelWord(
      "error budget",
      """
      B splits the sliced W2 to the data into what the start, the steps, the network and \
      chance cost
      """),
    PanelWord(
      "seeds",
      or: ["seed"],
      """
      with how many seeds, from the first on, all parts of the budget are known: each is a mean with \
      the standard deviation of a single seed; a dim one may be nothing but chance
      """),
    PanelWord(
      "only so many samples",
      or: ["few samples"],
      "what is left even for real data, because a finite cloud is compared with another"),
    PanelWord(
      "start from pure noise",
      or: ["wrong start"],
      """
      what it costs that sampling starts from pure noise where the schedule's last level \
      still shows the data
      """),
    PanelWord(
      "steps that are not small",
      or: ["coarse steps"],
      "what the sampler's finite steps cost, with the exact model"),
    PanelWord(
      "network that is not exact",
      or: ["network"],
      "what the network's own error costs, with the same steps"),
    PanelWord(
      "finds where the error comes from",
      or: ["splits the error"],
      "B begins to measure what each part of the way costs"),
    PanelWord(
      "judging", or: ["samples of this run"],
      "samples of the run that is shown are being drawn and measured"),
  ]
}
