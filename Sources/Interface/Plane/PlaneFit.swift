import Diffusion

/// The square of the world in which data, noise and everything between can be seen.
public struct PlaneFit: Sendable, Equatable {
  /// Its middle: the origin wherever the square about it shows everything at a good size.
  public let middle: Point
  /// Half its height.
  public let extent: Double
  /// The deviation of a cloud without features that fills the picture of data about the origin.
  let deviation: Double

  /// How many deviations of a Gaussian cloud are seen on either side.
  private static let reach = 2.7

  /// - Parameter level: where variance explodes the picture moves back as the cloud grows.
  init(_ world: World, at level: NoiseLevel) {
    let (mean, spread) = (world.mean, world.spread)
    switch world.noise {
    case .prior(let extent):
      self.init(showing: world.box, about: extent)
    case .standard:
      let noise = WorldBox(around: .zero, reach: Self.reach)
      self.init(showing: world.box.joined(with: noise), about: Self.reach * max(spread, 1))
    case .exploding(let most):
      let extent = Self.reach * (spread * spread + level.sigma * level.sigma).squareRoot()
      // Samples set out around the origin, and as the noise goes they go to the data.
      let arrived = max(0, 1 - level.sigma / most)
      let seen =
        world.box.joined(with: WorldBox(around: mean, reach: extent))
        .joined(with: WorldBox(around: arrived * mean, reach: Self.reach * level.sigma))
      self.init(showing: seen, about: extent)
    }
  }

  /// The square about the origin with the usual extent, if it shows what is to be seen and that is
  /// not lost in a corner of it; else one around what is to be seen.
  private init(showing seen: WorldBox, about extent: Double) {
    let isShown = seen.farthest <= Self.tolerance * extent
    let isAbout = seen.middle.length <= 0.5 * extent && extent <= 3 * seen.halfSide
    middle = isShown && isAbout ? .zero : seen.middle
    self.extent = isShown && isAbout ? extent : Self.margin * max(seen.halfSide, 1e-9)
    deviation = extent / Self.reach
  }

  /// How far beyond the edge the tails of a component may reach.
  private static let tolerance = 1.05
  private static let margin = 1.05
}

extension PlaneFit {
  /// Where data and noise of an experiment are: worked out once, however often the plane is drawn.
  struct World: Sendable {
    enum Noise: Sendable {
      case standard
      /// The largest sigma of a schedule whose variance explodes.
      case exploding(most: Double)
      /// A prior of its own, and the half height of a square about the origin that shows it with the
      /// data.
      case prior(extent: Double)
    }

    let mean: Point
    let spread: Double
    /// Where the data is, and a prior of its own.
    let box: WorldBox
    let noise: Noise

    /// How many deviations of a component are seen: nearly all of it, without the room for its stray
    /// points.
    private static let reach = 2.4

    /// - Parameter prior: where points come from, where that is not noise around the origin.
    init(of mixture: GaussianMixture, and prior: GaussianMixture, noise: Noise) {
      self.init(of: mixture, and: WorldBox(of: prior, reach: Self.reach), noise: noise)
    }

    /// - Parameter starts: where points come from, where that is not noise around the origin.
    init(of mixture: GaussianMixture, and starts: WorldBox? = nil, noise: Noise) {
      let data = WorldBox(of: mixture, reach: Self.reach)
      mean = mixture.mean
      spread = mixture.spread
      box = starts.map(data.joined) ?? data
      self.noise = noise
    }
  }
}

/// A rectangle of the world.
struct WorldBox: Sendable, Equatable {
  var low: Point
  var high: Point

  init(around centre: Point, reach: Double) {
    low = centre - Point(repeating: reach)
    high = centre + Point(repeating: reach)
  }

  /// Where the components of a mixture are, so many deviations to either side; all of a tail that
  /// is longer than the rest of the data, but not a stray component beyond that.
  init(of mixture: GaussianMixture, reach: Double) {
    let (mean, spread) = (mixture.mean, mixture.spread)
    let most = WorldBox(around: mean, reach: Self.mostSpreads * spread)
    (low, high) = (mean, mean)
    for component in mixture.components where component.weight > 0 {
      let width = Point(component.covariance.xx.squareRoot(), component.covariance.yy.squareRoot())
      let (left, right) = (component.mean - reach * width, component.mean + reach * width)
      low = Point(max(min(low.x, left.x), most.low.x), max(min(low.y, left.y), most.low.y))
      high = Point(min(max(high.x, right.x), most.high.x), min(max(high.y, right.y), most.high.y))
    }
  }

  private static let mostSpreads = 12.0

  func joined(with other: WorldBox) -> WorldBox {
    var box = self
    box.low = Point(min(low.x, other.low.x), min(low.y, other.low.y))
    box.high = Point(max(high.x, other.high.x), max(high.y, other.high.y))
    return box
  }

  var middle: Point { (low + high) / 2 }
  /// Half of the longer side.
  var halfSide: Double { max(high.x - low.x, high.y - low.y) / 2 }
  /// The largest coordinate of a corner.
  var farthest: Double { max(abs(low.x), abs(low.y), abs(high.x), abs(high.y)) }
}
