/// How much error each step of an adaptive solution may have, and how much work the whole of it.
///
/// Three things decide. What is asked for: errors of steps add up, and grow where ways part, so that
/// a step is allowed a hundredth of the tolerance. What the model can give: with a noise of standard
/// deviation s in every slope, the two answers of a step of length h that are compared differ by up
/// to `0.58 h s` (the root of `Σ (c_j − c'_j)² · 2 / n_j` over the rows of the tableau, largest for
/// its last column) whatever the step, and the largest of thousands of such differences is about
/// four times that. A step may have that error, or it would be divided for ever; over a way of
/// length 1 that is a tolerance of `2.5 s`. And what can be waited for: a way whose steps get too
/// short is followed ten times less exactly from there on.
struct StepCare {
  /// The tolerance that is in force.
  private(set) var tolerance: Double
  /// The standard deviation of the noise of slopes here, relative to `1 + size`; 0 for none.
  var noise = 0.0
  private let asked: Double
  private let patience: Int
  private var spent = 0
  private var mostNoise = 0.0

  /// The error of a single step, as a share of what is tolerated in all.
  private static let share = 0.01
  private static let noiseGain = 2.5
  /// How many slopes are asked for before the tolerance is made ten times as large: so many whatever
  /// the way, and for a way of length 1. Exact ways at 1e-9 take 500 to 1500.
  private static let patience = (ofAnyWay: 1000, ofWholeWay: 20_000.0)
  /// The coarsest tolerance; when that does not do, nothing does.
  private static let coarsest = 0.1

  /// - Parameter way: the length of the way, a part of 1.
  init(tolerance: Double, way: Double) {
    self.tolerance = tolerance
    asked = tolerance
    patience = Self.patience.ofAnyWay + Int(Self.patience.ofWholeWay * way)
  }

  /// The error that a step of a length may have, relative to `1 + size`.
  func tolerated(in length: Double) -> Double {
    max(Self.share * tolerance, Self.noiseGain * noise * length)
  }

  /// Whether all patience is spent, so that steps are taken whatever their error.
  private(set) var isSpent = false

  /// Spends all patience at once.
  mutating func giveUp() {
    isSpent = true
    tolerance = Self.coarsest
  }

  /// Takes in what a step has cost.
  mutating func count(_ calls: Int, isAccepted: Bool) {
    if isAccepted { mostNoise = max(mostNoise, noise) }
    spent += calls
    guard spent > patience else { return }
    spent = 0
    if tolerance >= Self.coarsest { giveUp() }
    tolerance = min(Self.coarsest, 10 * tolerance)
  }

  /// Why the tolerance that was asked for is not kept; nil where it is.
  var limit: ToleranceLimit? {
    let byNoise = Self.noiseGain * mostNoise
    if tolerance > max(asked, byNoise) { return ToleranceLimit(cause: .patience, kept: tolerance) }
    return byNoise > asked ? ToleranceLimit(cause: .rounding, kept: byNoise) : nil
  }
}
