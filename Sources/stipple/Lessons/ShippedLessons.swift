/// The lessons that come with the program, built into it, in the order in which they are best taken.
/// Their files are in the folder `lessons` of the presets; a test says when one is missing here.
enum ShippedLessons {
  /// The names with the bytes of the files.
  static let texts: [(id: String, bytes: [UInt8])] = [
    ("noise-destroys-structure", PackageResources.noise_destroys_structure_yaml),
    ("the-schedule", PackageResources.the_schedule_yaml),
    ("the-score", PackageResources.the_score_yaml),
    ("noise-predictor", PackageResources.noise_predictor_yaml),
    ("training", PackageResources.training_yaml),
    ("denoising-steps", PackageResources.denoising_steps_yaml),
    ("fewer-steps", PackageResources.fewer_steps_yaml),
    ("labels-and-guidance", PackageResources.labels_and_guidance_yaml),
    ("straight-paths", PackageResources.straight_paths_yaml),
    ("flow-maps", PackageResources.flow_maps_yaml),
    ("crossing-tubes", PackageResources.crossing_tubes_yaml),
    ("how-to-measure", PackageResources.how_to_measure_yaml),
    ("bend-the-schedule", PackageResources.bend_the_schedule_yaml),
    ("langevin", PackageResources.langevin_yaml),
    ("the-bound", PackageResources.the_bound_yaml),
    ("latents-of-latents", PackageResources.latents_of_latents_yaml),
    ("two-networks", PackageResources.two_networks_yaml),
    ("landscapes", PackageResources.landscapes_yaml),
    ("word-to-picture", PackageResources.word_to_picture_yaml),
    ("uniform-numbers", PackageResources.uniform_numbers_yaml),
  ]
}
