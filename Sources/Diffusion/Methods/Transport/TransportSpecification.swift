/// What a preset says about a transport: where it starts, which start belongs to which clean point,
/// and how it is run. The path is that of the schedule.
public struct TransportSpecification: Codable, Hashable, Sendable {
  public var prior: PriorSpecification
  public var coupling: Coupling
  /// Whether the model is told the label a start belongs to, at every step.
  public var isLabelPassed: Bool
  /// The diffusion coefficient g of `dx = (−velocity + g² / 2 · score) dτ + g dW`, in units of the
  /// data per root of time, for the stochastic solver. Every g from 0 up has the same marginals; 0
  /// is the ODE.
  public var diffusion: Double
  public var repair: TransportRepair
  /// How strong the noise of a Brownian bridge is that lies on the straight way of every pair, in
  /// units of the data per root of time: `(1 − t) · clean + t · start + bridgeNoise √(t (1 − t))
  /// noise`; 0 for none. With entropic couplings and a diffusion as large it is a Schrödinger
  /// bridge ([SF]²M, Tong et al. 2024).
  public var bridgeNoise: Double

  public static let usualDiffusion = 2.0
  /// The diffusion coefficients that a finite number of steps can follow.
  public static let diffusions = 0...100.0

  public init(
    prior: PriorSpecification = .standard, coupling: Coupling? = nil, isLabelPassed: Bool = false,
    diffusion: Double? = nil, repair: TransportRepair = .none, bridgeNoise: Double = 0
  ) {
    self.prior = prior
    self.coupling = coupling ?? prior.usualCoupling
    self.isLabelPassed = isLabelPassed
    self.diffusion = diffusion ?? (bridgeNoise > 0 ? bridgeNoise : Self.usualDiffusion)
    self.repair = repair
    self.bridgeNoise = bridgeNoise
  }
}

extension PriorSpecification {
  /// By label where the prior knows labels.
  public var usualCoupling: Coupling {
    switch self {
    case .perLabel: .label
    case .standard, .distribution: .independent
    }
  }
}
