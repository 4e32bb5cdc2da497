/// The assignments that come with the program, built into it; a test says when one is missing here.
enum ShippedAssignments {
  /// Their names, in the order in which a course sets them.
  static let order = [
    "swiss-roll-ddpm", "ddim-no-retraining", "dpm-solver-orders", "flow-matching-50-steps",
    "guidance-on-the-ring", "few-calls", "ten-bent-steps", "score-field",
  ]

  /// The bytes of their files.
  static let texts: [String: [UInt8]] = [
    "ddim-no-retraining": PackageResources.ddim_no_retraining_yaml,
    "dpm-solver-orders": PackageResources.dpm_solver_orders_yaml,
    "few-calls": PackageResources.few_calls_yaml,
    "flow-matching-50-steps": PackageResources.flow_matching_50_steps_yaml,
    "guidance-on-the-ring": PackageResources.guidance_on_the_ring_yaml,
    "score-field": PackageResources.score_field_yaml,
    "swiss-roll-ddpm": PackageResources.swiss_roll_ddpm_yaml,
    "ten-bent-steps": PackageResources.ten_bent_steps_yaml,
  ]
}
