extension ScheduleKind {
  /// The scaled-linear schedule stretched until nothing of the data is left at its last level
  /// (Lin et al. 2024, algorithm 1): `alpha` is shifted so that the last one is 0, and scaled so that
  /// the first one stays.
  public static let scaledLinearZeroSNR = ScheduleKind(
    id: "scaled-linear-zero-snr", title: "Scaled linear, zero SNR",
    summary: "scaled-linear, stretched so that no data is left at the last level",
    parameters: [.beta],
    rule: .betas { specification in
      var alphaBar = 1.0
      let alphas = squaredLine(specification).map { beta in
        alphaBar *= 1 - beta
        return alphaBar.squareRoot()
      }
      let (first, last) = (alphas[0], alphas[alphas.count - 1])
      var before = 1.0
      return alphas.map { alpha in
        let stretched = (alpha - last) * first / (first - last)
        defer { before = stretched }
        return 1 - (stretched / before) * (stretched / before)
      }
    })
}
