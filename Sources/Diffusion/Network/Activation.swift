/// The function between two layers of a network.
public enum Activation: Choice {
  /// z / (1 + exp(−z)) (Elfwing et al. 2018), also called swish.
  case silu
  /// z Φ(z), with the distribution function Φ of the standard normal (Hendrycks and Gimpel 2016).
  case gelu

  public static let familyName = "activation"

  public var id: String {
    switch self {
    case .silu: "silu"
    case .gelu: "gelu"
    }
  }

  public var title: String {
    switch self {
    case .silu: "SiLU"
    case .gelu: "GELU"
    }
  }

  public var summary: String {
    switch self {
    case .silu: "z / (1 + exp(-z)), smooth and cheap"
    case .gelu: "z times the share of a standard normal below z"
    }
  }

  /// The function of z, as a weight file's metadata says it.
  var formula: String {
    switch self {
    case .silu: "z / (1 + exp(-z))"
    case .gelu: "z (1 + erf(z / sqrt(2))) / 2"
    }
  }
}
