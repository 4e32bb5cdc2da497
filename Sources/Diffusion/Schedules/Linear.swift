extension ScheduleKind {
  /// Betas that rise in a straight line (Ho et al. 2020). The same end values are used for every T.
  public static let linear = ScheduleKind(
    id: "linear", title: "Linear",
    summary: "betas rise in a straight line; DDPM's own", parameters: [.beta],
    rule: .betas { specification in
      let ends = specification.beta
      return specification.betas { ends.first + (ends.last - ends.first) * $0 }
    })

  /// Betas whose square roots rise in a straight line (Rombach et al. 2022).
  public static let scaledLinear = ScheduleKind(
    id: "scaled-linear", title: "Scaled linear",
    summary: "the square roots of the betas rise in a line; latent diffusion's",
    parameters: [.beta],
    rule: .betas(squaredLine))

  /// The same curve under the name that DDPM-era code gives it.
  public static let quadratic = ScheduleKind(
    id: "quadratic", title: "Quadratic",
    summary: "betas rise with the square of time; scaled-linear's older name", parameters: [.beta],
    rule: .betas(squaredLine))

  /// One beta for all steps: the last one.
  public static let constant = ScheduleKind(
    id: "constant", title: "Constant",
    summary: "the same beta at every step, the last one given", parameters: [.beta],
    rule: .betas { specification in specification.betas { _ in specification.beta.last } })

  @Sendable static func squaredLine(_ specification: ScheduleSpecification) -> [Double] {
    let first = specification.beta.first.squareRoot()
    let last = specification.beta.last.squareRoot()
    return specification.betas { fraction in
      let root = first + (last - first) * fraction
      return root * root
    }
  }
}
