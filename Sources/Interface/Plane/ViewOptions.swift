import Diffusion
import TextScreen

/// What is drawn on the plane and in the panels.
public struct ViewOptions: Sendable, Equatable {
  public enum Colour: String, Sendable, CaseIterable {
    case density
    case label
    /// When it is decided which mode a particle belongs to.
    case decision
  }

  public enum Field: String, Sendable, CaseIterable {
    case off
    case exact
    case learned
  }

  /// Where the answers that guidance compares are drawn as arrows.
  public enum Opinions: String, Sendable, CaseIterable {
    case off
    /// At the particle that is looked into.
    case particle
    /// Everywhere, side by side.
    case lattice
  }

  public enum Curve: String, Sendable, CaseIterable {
    case beta
    case alphaBar = "alpha-bar"
    case logSNR = "log-snr"
    /// The variance of a step back whose end is known, beta-tilde.
    case posteriorVariance = "posterior-variance"
    /// f of the schedule's stochastic differential equation, dx = f x dt + g dW.
    case drift
    /// g of the same.
    case diffusion
  }

  /// How the score field is drawn.
  public enum Flow: String, Sendable, CaseIterable {
    case arrows
    /// Lines that follow the field.
    case streams
    /// Points that drift along these lines.
    case tracers
  }

  public enum Motion: String, Sendable, CaseIterable {
    case full
    /// The picture changes twice a second at most, unless somebody does something.
    case reduced
  }

  /// Whom the screen is for.
  public enum Audience: String, Sendable, CaseIterable {
    /// Somebody who works with it: all panels and notes.
    case student
    /// A class that watches: the plane and one line.
    case presenter
  }

  public var camera = Camera()
  /// What points are coloured by; nil for what suits the experiment.
  public var colour: Colour?
  public var field = Field.off
  public var ground = Ground.off
  public var opinions = Opinions.particle
  public var flow = Flow.arrows
  /// The layers of the plane whose switch is not as it is at first.
  private var switched: Set<PlaneLayer> = []
  /// Whether the whole run is shown at several levels side by side.
  public var showsFilm = false
  /// Whether a panel shows one coordinate of the trails against time.
  public var showsCoordinate = false
  /// Whether other schedules are drawn faintly behind the curve.
  public var showsGhosts = true
  /// Whether control points go to round numbers.
  public var snaps = true
  /// Whether what has the keys, a panel or the plane, has the room of the other panels too.
  public var isSolo = false
  public var curve = Curve.beta
  /// The way dots are drawn; nil is the best the terminal can.
  public var dots: Glyphs.Dots?

  /// The colours; nil is what the program was started with.
  public var theme: Theme?
  public var ramp = DensityRamp.viridis
  public var motion = Motion.full
  public var audience = Audience.student
  /// Which way alone is shown, and at which place all of them are.
  public var conditional = ConditionalView()
  /// Who walks on the plane beside the run; nil for nobody.
  public var walk: WalkView?

  public init() {}

  /// Whether the switch of a layer is on, which it is for a layer without one.
  func shows(_ layer: PlaneLayer) -> Bool {
    guard let toggle = layer.toggle else { return true }
    return toggle.isOnAtFirst != switched.contains(layer)
  }

  /// Turns the switch of a layer on or off.
  mutating func show(_ layer: PlaneLayer, _ isShown: Bool = true) {
    guard shows(layer) != isShown else { return }
    if switched.remove(layer) == nil { switched.insert(layer) }
  }

  /// The theme to draw with, where the program was started with another.
  public func theme(over usual: Theme) -> Theme { (theme ?? usual).with(ramp) }
}
