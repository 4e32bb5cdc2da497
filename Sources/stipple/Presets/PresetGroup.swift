/// The parts of the list of presets, each in the order in which its presets are best tried.
struct PresetGroup {
  let title: String
  let names: [String]

  static let all = [
    PresetGroup(
      title: "data",
      names: [
        "eight-gaussians", "two-moons", "swiss-roll", "checkerboard", "grid-25", "own-gaussians",
      ]),
    PresetGroup(title: "models", names: ["exact-score", "predict-noise", "learned-variance"]),
    PresetGroup(
      title: "schedules",
      names: [
        "linear-vs-cosine", "too-few-steps", "custom-schedule", "variance-exploding",
        "straight-line", "learned-schedule",
      ]),
    PresetGroup(title: "samplers", names: ["ten-steps", "stochastic-ddim"]),
    PresetGroup(
      title: "flow matching and bridges",
      names: ["flow-matching", "torchcfm", "gaussians-to-moons", "bridge"]),
    PresetGroup(
      title: "a prior for every class",
      names: [
        "prior-aligned", "prior-rotated", "prior-opposite", "prior-opposite-sde", "prior-swapped",
        "prior-standard", "prior-close", "prior-line-matched", "prior-line-reversed",
        "prior-abstraction",
      ]),
    PresetGroup(
      title: "other ways from noise to data",
      names: [
        "inverse-cdf", "vae", "hierarchical-vae", "gan", "diffusion-gan", "flow-map", "energy",
      ]),
    PresetGroup(
      title: "from a word to a picture",
      names: [
        "latent", "latent-dall-e", "latent-autoregressive", "latent-cascade", "latent-region",
      ]),
    PresetGroup(title: "what figures tell", names: ["frechet-blind-spot", "memorization"]),
  ]

  /// What stands behind these, by name.
  static let further = "further presets"

  /// The presets with their groups, in the order of the list.
  static func sorted(
    _ entries: [PresetLibrary.Entry]
  ) -> [(entry: PresetLibrary.Entry, group: String)] {
    let places = all.flatMap { group in group.names.map { (name: $0, group: group.title) } }
    let known = places.compactMap { place in
      entries.first { $0.name == place.name }.map { (entry: $0, group: place.group) }
    }
    let others = entries.filter { entry in !places.contains { $0.name == entry.name } }
    return known + others.map { (entry: $0, group: further) }
  }
}
