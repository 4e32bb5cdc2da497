import Diffusion
import Foundation

/// When it is decided which mode a particle belongs to, and how much every level tells of it.
///
/// A particle is decided at the noisiest level from which on, down to the data, the exact posterior
/// of one label stays above nine tenths.
public struct DecisionTimes: Study {
  /// What makes a decision.
  static let certainty = 0.9
  /// At how many times the run is looked at.
  static let moments = 32
  private static let mostTold = 400
  /// In how many slices the run is made.
  private static let slices = 4

  /// What was looked at: the run is another when this is.
  struct Subject: Sendable, Equatable {
    let experiment: Experiment
    let direction: Direction
    let way: ForwardProcess
    let trainingSteps: Int?
  }

  let subject: Subject
  /// For each particle the time at which it is decided, from 0 (data) to 1; nil where it never is.
  public private(set) var times: [Double?]
  /// How much the points of a time tell of the mode, in bits, from the data to the noise.
  public private(set) var information: [(time: Double, bits: Double)] = []
  /// The bits it takes to name a mode.
  public let entropy: Double

  private var stage: Stage
  private var moment = 0
  private var isOpen: [Bool]

  init(_ subject: Subject, stage: Stage) {
    self.subject = subject
    self.stage = stage
    let count = stage.laboratory.experiment.particles
    times = Array(repeating: nil, count: count)
    isOpen = Array(repeating: true, count: count)
    let mixture = stage.laboratory.mixture
    var shares = [Double](repeating: 0, count: mixture.labels.count)
    for (label, component) in zip(mixture.labelIndices, mixture.components) {
      shares[label] += component.weight
    }
    entropy = Self.bits(shares)
  }

  public var progress: Double {
    let run = stage.trajectory(subject.direction)
    let made = run.map { $0.isComplete ? 1 : Double($0.reach) / Double($0.length) } ?? 1
    return (made + Double(moment)) / Double(1 + Self.moments)
  }

  /// How much the points of a time tell, in bits; nil where that is not known yet.
  func told(at time: Double) -> Double? {
    isKnown(at: time)
      ? information.min { abs($0.time - time) < abs($1.time - time) }?.bits : nil
  }

  /// The share of the particles that are decided by a time on the way to the data; nil where that is
  /// not known yet.
  func decided(at time: Double) -> Double? {
    guard isKnown(at: time) else { return nil }
    return Double(times.count { ($0 ?? -1) >= time }) / Double(max(1, times.count))
  }

  /// Whether everything from the data up to a time has been looked at.
  private func isKnown(at time: Double) -> Bool {
    moment == Self.moments || Double(moment - 1) / Double(Self.moments - 1) >= time
  }

  /// How many particles are decided within each of so many equal stretches of time, as far as it is
  /// known when.
  func histogram(_ bins: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: bins)
    for (index, time) in times.enumerated() {
      guard let time, progress >= 1 || !isOpen[index] else { continue }
      counts[min(bins - 1, Int(time * Double(bins)))] += 1
    }
    return counts
  }

  /// Makes a part of the run, which is there before it is looked at from its end; then looks at the
  /// next moment, from the data to the noise.
  public mutating func advance() {
    guard moment < Self.moments else { return }
    if let run = stage.trajectory(subject.direction), !run.isComplete {
      stage.extend(subject.direction, by: max(1, run.length / Self.slices))
      return
    }
    let time = Double(moment) / Double(Self.moments - 1)
    let steps = Int((time * Double(stage.laboratory.schedule.timesteps)).rounded())
    let step = stage.step(subject.direction, nearestTo: steps)
    guard let diffused = stage.marginal(subject.direction, at: step)?.mixture else {
      // Paired samples have no exact posterior: nothing is ever decided.
      moment = Self.moments
      return
    }
    decide(points(at: step), diffused, time: time)
    let told = stage.kernelPoints(at: steps).prefix(Self.mostTold)
    let left = told.reduce(0) { $0 + Self.bits(diffused.labelPosterior(at: $1)) }
    information.append((time, max(0, entropy - left / Double(max(1, told.count)))))
    moment += 1
  }

  private mutating func points(at step: Int) -> [Point] {
    switch subject.direction {
    case .forward where !stage.walks: stage.kernelPoints(at: step)
    case .forward: stage.walkedPoints(at: step)
    case .reverse: stage.reversePoints(at: step)
    }
  }

  private mutating func decide(_ points: [Point], _ diffused: DiffusedMixture, time: Double) {
    for (index, point) in points.enumerated() where isOpen[index] {
      if diffused.labelPosterior(at: point).contains(where: { $0 >= Self.certainty }) {
        times[index] = time
      } else {
        isOpen[index] = false
      }
    }
  }

  private static func bits(_ shares: [Double]) -> Double {
    shares.reduce(0) { $1 > 0 ? $0 - $1 * log2($1) : $0 }
  }
}
