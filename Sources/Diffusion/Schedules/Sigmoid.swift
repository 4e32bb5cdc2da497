import Foundation

extension ScheduleKind {
  /// Betas on a logistic curve from −6 to 6 (Xu et al. 2022, GeoDiff).
  public static let sigmoid = ScheduleKind(
    id: "sigmoid", title: "Sigmoid",
    summary: "betas on an S-curve: slow, fast, slow", parameters: [.beta],
    rule: .betas { specification in
      let ends = specification.beta
      return specification.betas { fraction in
        ends.first + (ends.last - ends.first) / (1 + exp(6 - 12 * fraction))
      }
    })
}
