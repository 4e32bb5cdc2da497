import Foundation

/// What the training loss of a network cannot be below if it is asked for drawn samples: the mean of
/// what is left of its target over the levels that training draws, worked out one level after another.
public struct LeastTrainingLoss: Sendable {
  /// What is learned from, and what the network answers; nil where nothing is left of its target.
  private let subject: (mixture: GaussianMixture, spread: Double, predicts: Parameterization)?
  private var done = 0
  private var sum = 0.0
  private var whole = 0.0

  /// - Parameters:
  ///   - mixture: what the network learns from.
  ///   - predicts: what it answers.
  init(on mixture: GaussianMixture, predicting predicts: Parameterization) {
    subject = (mixture, Standardization(of: mixture).spread, predicts)
  }

  private init() { subject = nil }

  /// That of a network that is asked for the exact answer, which can be learned to the end.
  static let nothing = LeastTrainingLoss()

  /// The share that is done.
  public var progress: Double { subject == nil ? 1 : Double(done) / Double(Self.places.count) }

  /// The loss, per coordinate as the training loss is; nil until all levels are done.
  public var value: Double? {
    if subject == nil { return 0 }
    return done == Self.places.count ? sum / whole : nil
  }

  /// Works out one level more.
  public mutating func advance() {
    guard let (mixture, spread, predicts) = subject, done < Self.places.count else { return }
    let place = Self.places[done]
    let logSigma =
      Double(TrainingLevels.meanLogSigma) + Double(TrainingLevels.logSigmaDeviation) * place
    let alpha = 1 / (1 + exp(2 * logSigma)).squareRoot()
    let level = NoiseLevel(alpha: alpha, sigma: exp(logSigma) * alpha)
    // In the data's own units the same point has noise of another size.
    let own = NoiseLevel(alpha: level.alpha, sigma: level.sigma * spread)
    let variance = CleanPosterior(of: mixture, at: own).meanVariance / (spread * spread)
    // Once the point is known, all that is unknown of the target follows from the clean point.
    let unit = predicts.target(
      clean: Point(1, 0), noise: Point(-level.alpha / level.sigma, 0), at: level
    ).x
    let share = exp(-place * place / 2)
    sum += share * unit * unit * variance
    whole += share
    done += 1
  }

  /// The same with all levels done.
  public func finished() -> LeastTrainingLoss {
    var loss = self
    while loss.value == nil { loss.advance() }
    return loss
  }

  /// The normal that levels are drawn from is gone through in steps of half its deviation: of what is
  /// as smooth as this the sum is right to many digits more than the loss is ever known to.
  private static let places = Array(stride(from: -4.5, through: 4.5, by: 0.5))
}
