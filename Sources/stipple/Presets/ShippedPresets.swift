import Diffusion
import Interface

/// The presets that come with the program, built into it: everybody else finds the same under the
/// same names. `Shipped` is the folder of their files; a test says when one is missing here.
enum ShippedPresets {
  /// The bytes of their files.
  static let texts: [String: [UInt8]] = [
    "bridge": PackageResources.bridge_yaml,
    "checkerboard": PackageResources.checkerboard_yaml,
    "custom-schedule": PackageResources.custom_schedule_yaml,
    "diffusion-gan": PackageResources.diffusion_gan_yaml,
    "eight-gaussians": PackageResources.eight_gaussians_yaml,
    "energy": PackageResources.energy_yaml,
    "exact-score": PackageResources.exact_score_yaml,
    "flow-map": PackageResources.flow_map_yaml,
    "flow-matching": PackageResources.flow_matching_yaml,
    "frechet-blind-spot": PackageResources.frechet_blind_spot_yaml,
    "gan": PackageResources.gan_yaml,
    "gaussians-to-moons": PackageResources.gaussians_to_moons_yaml,
    "grid-25": PackageResources.grid_25_yaml,
    "hierarchical-vae": PackageResources.hierarchical_vae_yaml,
    "inverse-cdf": PackageResources.inverse_cdf_yaml,
    "latent": PackageResources.latent_yaml,
    "latent-autoregressive": PackageResources.latent_autoregressive_yaml,
    "latent-cascade": PackageResources.latent_cascade_yaml,
    "latent-dall-e": PackageResources.latent_dall_e_yaml,
    "latent-region": PackageResources.latent_region_yaml,
    "learned-schedule": PackageResources.learned_schedule_yaml,
    "learned-variance": PackageResources.learned_variance_yaml,
    "linear-vs-cosine": PackageResources.linear_vs_cosine_yaml,
    "memorization": PackageResources.memorization_yaml,
    "own-gaussians": PackageResources.own_gaussians_yaml,
    "predict-noise": PackageResources.predict_noise_yaml,
    "prior-abstraction": PackageResources.prior_abstraction_yaml,
    "prior-aligned": PackageResources.prior_aligned_yaml,
    "prior-close": PackageResources.prior_close_yaml,
    "prior-line-matched": PackageResources.prior_line_matched_yaml,
    "prior-line-reversed": PackageResources.prior_line_reversed_yaml,
    "prior-opposite": PackageResources.prior_opposite_yaml,
    "prior-opposite-sde": PackageResources.prior_opposite_sde_yaml,
    "prior-rotated": PackageResources.prior_rotated_yaml,
    "prior-standard": PackageResources.prior_standard_yaml,
    "prior-swapped": PackageResources.prior_swapped_yaml,
    "stochastic-ddim": PackageResources.stochastic_ddim_yaml,
    "straight-line": PackageResources.straight_line_yaml,
    "swiss-roll": PackageResources.swiss_roll_yaml,
    "ten-steps": PackageResources.ten_steps_yaml,
    "too-few-steps": PackageResources.too_few_steps_yaml,
    "torchcfm": PackageResources.torchcfm_yaml,
    "two-moons": PackageResources.two_moons_yaml,
    "vae": PackageResources.vae_yaml,
    "variance-exploding": PackageResources.variance_exploding_yaml,
  ]
}

extension PresetLibrary {
  /// What everybody with the program finds under the same names, of the presets that were read.
  func shipped(among presets: [PresetEntry]) -> [RunLine.Preset] {
    let names = Set(entries.filter(isShipped).map(\.name))
    return presets.compactMap { preset in
      guard names.contains(preset.name), case .success(let experiment) = preset.content
      else { return nil }
      return RunLine.Preset(name: preset.name, experiment: experiment)
    }
  }

  /// More bytes than any of them has.
  private static let longestShipped = 1 << 16

  private func isShipped(_ entry: Entry) -> Bool {
    guard let file = entry.file else { return true }
    guard let text = ShippedPresets.texts[entry.name] else { return false }
    return (try? TextFile.bytes(ofRegular: file, limit: Self.longestShipped)).map(Array.init)
      == text
  }
}

extension ShippedPresets {
  /// The experiment of the preset that shows a method: the one with its name, or else the first of it.
  static func experiment(of method: Method) throws(InputError) -> Experiment {
    let library = PresetLibrary(folders: [])
    for name in [method.id] + texts.keys.sorted() where texts[name] != nil {
      let experiment = try library.experiment(named: name)
      let shown = Set([experiment].filter { $0.model.kind == .learned }.map(\.method))
      if shown.contains(method) { return experiment }
    }
    throw InputError("no preset learns by the method \(method.id)")
  }
}
