/// A loss curve that thins itself out: it never has more than `capacity` points, however many
/// steps it covers.
public struct LossCurve: Sendable, Equatable {
  /// A point of the curve.
  public struct Point: Sendable, Equatable {
    /// The number of the last step it speaks of.
    public var step: Int
    /// The mean loss over its steps.
    public var loss: Double

    public init(step: Int, loss: Double) {
      self.step = step
      self.loss = loss
    }
  }

  /// The most points kept, even.
  public static let capacity = 256

  /// The points so far; the last steps may not be among them yet.
  public private(set) var points: [Point] = []
  /// How many steps a point stands for now.
  public private(set) var stepsPerPoint: Int
  private let finestStepsPerPoint: Int
  private var sum = 0.0
  private var count = 0

  public init(stepsPerPoint: Int = 1) {
    finestStepsPerPoint = max(1, stepsPerPoint)
    self.stepsPerPoint = finestStepsPerPoint
  }

  /// Adds the loss of a step; one that is no number is left out.
  public mutating func add(_ loss: Double, step: Int) {
    guard loss.isFinite else { return }
    sum += loss
    count += 1
    if count < stepsPerPoint { return }
    points.append(Point(step: step, loss: sum / Double(count)))
    (sum, count) = (0, 0)
    if points.count == Self.capacity { halve() }
  }

  /// Hands over the points and goes on from there; no step is lost.
  public mutating func takePoints() -> [Point] {
    defer {
      points = []
      stepsPerPoint = finestStepsPerPoint
    }
    return points
  }

  private mutating func halve() {
    points = stride(from: 0, to: points.count, by: 2).map { i in
      Point(step: points[i + 1].step, loss: (points[i].loss + points[i + 1].loss) / 2)
    }
    stepsPerPoint *= 2
  }
}
