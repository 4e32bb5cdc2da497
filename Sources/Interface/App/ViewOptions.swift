import Diffusion

/// What is drawn on the plane and in the panels.
public struct ViewOptions: Sendable, Equatable {
  public enum Colour: String, Sendable, CaseIterable {
    case density
    case label
  }

  public enum Field: String, Sendable, CaseIterable {
    case off
    case exact
    case learned
  }

  /// What is shaded under the cloud.
  public enum Ground: String, Sendable, CaseIterable {
    case off
    /// The exact density at this level.
    case density
    /// How far the network is from the exact answer.
    case error
  }

  public enum Curve: String, Sendable, CaseIterable {
    case beta
    case alphaBar
    case logSNR
  }

  public enum Motion: String, Sendable, CaseIterable {
    case full
    /// The picture changes twice a second at most, unless somebody does something.
    case reduced
  }

  public var camera = Camera()
  public var colour = Colour.density
  public var field = Field.off
  public var ground = Ground.off
  /// Whether lines show where the exact density of this level lies.
  public var showsContours = false
  public var showsTrails = true
  public var curve = Curve.beta
  /// The way dots are drawn; nil is the best the terminal can.
  public var dots: Glyphs.Dots?

  /// The colours; nil is what the program was started with.
  public var theme: Theme?
  public var ramp = DensityRamp.viridis
  public var motion = Motion.full

  public init() {}

  /// The theme to draw with, where the program was started with another.
  public func theme(over usual: Theme) -> Theme { (theme ?? usual).with(ramp) }
}
