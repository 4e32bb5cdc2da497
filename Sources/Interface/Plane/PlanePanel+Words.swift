/// What is said around the plane.
extension PlanePanel {
  static let words: [PanelWord] = [
    PanelWord(
      "t",
      "the time of the level: 0 is data, 1 is noise"),
    PanelWord(
      "alpha-bar",
      "the share of signal in the variance at this level, alpha squared"),
    PanelWord(
      "log-SNR",
      "the logarithm of the ratio of signal to noise variance"),
    PanelWord(
      "walk",
      or: ["jump"],
      "forward: noise is added step by step, or straight from the data"),
    PanelWord(
      "score field",
      or: ["velocity field"],
      """
      arrows: where the density rises; sigma times the score, so that noisy levels can be \
      compared
      """),
    PanelWord(
      "trails", or: ["the last steps"],
      "where the particles went in the last steps"),
    PanelWord(
      "particle", or: ["clean", "next", "noise"],
      "the particle that is looked into, the data point expected of it, and where it goes next"),
    PanelWord(
      "guided", or: ["strong", "w weak", "guided exact field"],
      """
      the answers that guidance compares at that particle: for the prompt, for what is turned away \
      from, and the one that is used
      """),
    PanelWord(
      "prior of", or: ["std"],
      "a label's prior, which the mouse or keys hold: its centre and its standard deviation"),
    PanelWord(
      "paths of the pairs",
      "the cloud goes from starts to clean points that belong together, before a model is asked"),
  ]
}
