extension ScheduleKind {
  /// The linear betas of T = 1000 multiplied by 1000 / T, so that few steps add as much noise as
  /// many (Nichol and Dhariwal 2021).
  ///
  /// Below T = 20 the usual ends give betas above 1, which mean nothing; those become 0.999.
  public static let linearRescaled = ScheduleKind(
    id: "linear-rescaled", title: "Linear, rescaled",
    summary: "linear betas times 1000/T: few steps reach as much noise as many",
    parameters: [.beta],
    rule: .betas { specification in
      let rescaling = 1000 / Double(specification.timesteps)
      let first = rescaling * specification.beta.first
      let last = rescaling * specification.beta.last
      return specification.betas { fraction in
        let beta = first + (last - first) * fraction
        return beta > 1 ? 0.999 : beta
      }
    })
}
