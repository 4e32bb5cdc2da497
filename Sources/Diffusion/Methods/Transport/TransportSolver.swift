/// A sampler that needs no standard prior: it asks for the velocity, and for noise the score, and
/// nothing else.
public enum TransportSolver: Sendable, CaseIterable {
  /// The ODE to a tolerance.
  case adaptive
  /// Even steps along the velocity.
  case euler
  /// The SDE with the same marginals, step by step.
  case stochastic

  /// The solver a sampler is on a transport; nil for samplers that are made for the standard prior.
  public init?(_ sampler: Sampler) {
    guard let solver = Self.allCases.first(where: { $0.sampler == sampler }) else { return nil }
    self = solver
  }

  /// The sampler whose name it goes by.
  public var sampler: Sampler {
    switch self {
    case .adaptive: .ode
    case .euler: .flowEuler
    case .stochastic: .eulerMaruyama
    }
  }

  /// Why another sampler cannot run.
  public static func refusal(of sampler: Sampler) -> String {
    let known = allCases.map(\.sampler.id).joined(separator: ", ")
    return
      "the sampler \(sampler.id) takes the noise of the standard prior out of a point, and here"
      + " starts have another prior; use \(known), which follow the velocity"
  }
}

/// What a solver follows.
public enum TransportEquation: String, Sendable, CaseIterable {
  /// The velocity alone.
  case ode
  /// The velocity, with noise and the pull of the score that balances it.
  case sde

  /// The sampler that follows it unless another is chosen.
  public var usualSampler: Sampler {
    switch self {
    case .ode: .ode
    case .sde: .eulerMaruyama
    }
  }
}

extension TransportSolver {
  public var equation: TransportEquation {
    switch self {
    case .adaptive, .euler: .ode
    case .stochastic: .sde
    }
  }
}
