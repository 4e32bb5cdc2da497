import Diffusion

/// How well the class can be guessed from a point of a transport, at the start, where it bounds what
/// any way can keep that is not told the label, and at times on the way.
public struct LabelBound: Study {
  /// At how many times the way is looked at.
  static let moments = 33
  private static let placesOfStart = 8192
  private static let placesOfMoment = 512
  private static let momentsOfSlice = 3

  let experiment: Experiment
  /// How often the best guess from the start is right; nil until it is known.
  public private(set) var start: Double?
  /// The same for points at a time, from the data to the prior; empty where there is no exact field.
  public private(set) var accuracies: [(time: Double, accuracy: Double)] = []
  private let transport: Transport

  init?(_ laboratory: Laboratory) {
    guard let transport = laboratory.transport else { return nil }
    experiment = laboratory.experiment
    self.transport = transport
  }

  public var progress: Double {
    guard start != nil else { return 0 }
    if !transport.coupling.isExact { return 1 }
    return Double(accuracies.count + 1) / Double(Self.moments + 1)
  }

  /// The accuracy at the time nearest to one.
  func accuracy(at time: Double) -> Double? {
    accuracies.min { abs($0.time - time) < abs($1.time - time) }?.accuracy
  }

  /// Works out the start first, then a few times more.
  public mutating func advance() {
    guard start != nil else {
      start = transport.bayesAccuracyOfStart(places: Self.placesOfStart)
      return
    }
    guard transport.coupling.isExact else { return }
    for _ in 0..<Self.momentsOfSlice where accuracies.count < Self.moments {
      let moment = accuracies.count
      let time = Double(moment) / Double(Self.moments - 1)
      accuracies.append(
        (time, transport.bayesAccuracy(at: time, places: Self.placesOfMoment)))
    }
  }
}
