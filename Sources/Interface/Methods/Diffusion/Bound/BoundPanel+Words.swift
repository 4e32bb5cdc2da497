/// What is said of the bound.
extension BoundPanel {
  static let words: [PanelWord] = [
    PanelWord(
      "bound of the exact model", or: ["bound of the network", "exact model", "network", "bound"],
      "whose chain of denoising steps is judged, as a model of the data's density"),
    PanelWord(
      "terms", "how many levels are worked out so far, and of how many"),
    PanelWord(
      "L_T", "KL(q(x_T|x_0) || the start's normal): what is left of the data at the end, in nats"),
    PanelWord(
      "steps", "the sum of all L_t, KL(q(x_t-1|x_t, x_0) || p(x_t-1|x_t)) for t = 2..T, in nats"),
    PanelWord(
      "L_0", "-E log p(x_0|x_1): the last step, a density in the data's own units"),
    PanelWord(
      "nll at most", "the sum of the three: no model of this chain has a larger -E log p(x_0)"),
    PanelWord(
      "exact", "the entropy of the data, which no model's -E log p(x_0) is below"),
    PanelWord(
      "gap", "how far the bound is above the entropy"),
    PanelWord(
      "bits/dim", "the bound in bits for each of the two coordinates"),
    PanelWord(
      "L_t", or: ["in nats"], "what the step from each level costs, on a logarithmic axis"),
    PanelWord(
      "weight",
      "what a squared error of the noise counts at each level, in times of the mean, on a logarithmic axis"
    ),
    PanelWord(
      "simple", "the loss that networks are usually trained by, which counts all levels alike"),
    PanelWord(
      "data", or: ["noise"], "the ends of the axis, which is the schedule's"),
    PanelWord(
      "variance", "which variance the steps have: small, large, optimal, full or learned"),
  ]
}
