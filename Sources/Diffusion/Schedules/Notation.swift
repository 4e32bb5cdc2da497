/// How the books name the same quantities. It changes words, and the direction in which time is counted,
/// and nothing that is computed.
public enum Notation: Choice {
  /// Denoising diffusion (Ho et al. 2020): `x_t = sqrt(alpha-bar) x_0 + sqrt(1 - alpha-bar) epsilon`, t
  /// from data to noise, and betas are the variances of noising steps.
  case ddpm
  /// The design space of Karras et al. (2022): `x = s (y + sigma n)`, where `s` is alpha and
  /// `sigma` the noise in the data's own coordinates.
  case edm
  /// Flow matching (Lipman et al. 2023): `x_t = alpha x_1 + beta x_0`, t from noise to data, and beta is
  /// the deviation of the noise `x_0`.
  case flowMatching

  public static let familyName = "notation"

  public var id: String {
    switch self {
    case .ddpm: "ddpm"
    case .edm: "edm"
    case .flowMatching: "flow-matching"
    }
  }

  public var title: String {
    switch self {
    case .ddpm: "DDPM"
    case .edm: "EDM"
    case .flowMatching: "Flow matching"
    }
  }

  public var summary: String {
    switch self {
    case .ddpm: "t from data to noise, x_t of x_0 and epsilon, betas are variances"
    case .edm: "the level is sigma, x = s (y + sigma n)"
    case .flowMatching: "t from noise to data, x_t = alpha x_1 + beta x_0 (noise), DDPM's beta is b"
    }
  }

  /// The time as it is counted here, of one from 0 (data) to 1 (noise).
  public func time(_ time: Double) -> Double {
    switch self {
    case .ddpm, .edm: time
    case .flowMatching: 1 - time
    }
  }

  /// The sign of what is per unit of time, such as a velocity.
  public var signOfTime: Double { self == .flowMatching ? -1 : 1 }

  /// The name of a column of vectors or densities here.
  ///
  /// - Parameter column: its name for DDPM, such as `clean_x`.
  public func name(ofColumn column: String) -> String {
    guard let dash = column.lastIndex(of: "_") else { return column }
    let (quantity, axis) = (column[..<dash], column[dash...])
    guard let name = names[String(quantity)] else { return column }
    return name + axis
  }

  /// Whether a column has the other sign here.
  public func negates(column: String) -> Bool {
    signOfTime < 0 && (column == "velocity_x" || column == "velocity_y")
  }

  private var names: [String: String] {
    switch self {
    case .ddpm: [:]
    case .edm: ["clean": "denoised", "noise": "n"]
    case .flowMatching: ["clean": "x1", "noise": "x0", "velocity": "u"]
    }
  }
}
