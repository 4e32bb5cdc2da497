extension Sampler {
  /// DPM-Solver++ of first order (Lu et al. 2022), which is DDIM written in log-SNR.
  public static let dpmpp1 = Sampler(
    id: "dpmpp-1", title: "DPM++ 1",
    summary: "exponential steps in log-SNR, first order: DDIM in other words",
    isStochastic: false, order: 1
  ) { $0.exponentialFirstOrder }
}
