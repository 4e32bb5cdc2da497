/// What is said of latents and the bound.
extension LatentsPanel {
  static let words: [PanelWord] = [
    PanelWord(
      "beta",
      "the weight of the divergence in what is learned; 1, the mark, is the bound itself"),
    PanelWord(
      "rec", or: ["reconstruction"],
      "the mean of ln p(x | z) over latents of the encoder, in nats: how well points come back"),
    PanelWord(
      "kl",
      "how far the encoder's Gaussians are from the standard normal, in nats: what latents tell"),
    PanelWord(
      "elbo",
      "reconstruction less kl: a bound below the log likelihood of the data"),
    PanelWord(
      "exact", or: ["about"],
      "the log likelihood that the true density has, minus its entropy: no model has more"),
    PanelWord(
      "collapsed",
      "a latent number whose kl is next to 0: it tells nothing of the data (posterior collapse)"),
    PanelWord(
      "z", or: ["z1", "z2"],
      "the numbers of a latent; their kl is worked out from means over the data"),
    PanelWord(
      "one std, two",
      "circles of the standard normal, which encoded data should fill as a whole"),
  ]
}
