/// The axis that the adaptive solver of a straight-line transport walks along, from 0 (data) to 1
/// (prior): time, bent so that the far larger one of data and prior does not squeeze what happens
/// near the other into the last moments of time.
///
/// Halfway along it both have the same share of the spread of the points:
/// `place = prior · t / (data · (1 − t) + prior · t)`.
public struct TransportAxis: Sendable {
  private let data: Double
  private let prior: Double

  /// Time as it is.
  public static let straight = TransportAxis(data: 1, prior: 1)

  /// - Parameters:
  ///   - data: the spread of the data, positive.
  ///   - prior: that of the prior.
  init(data: Double, prior: Double) {
    self.data = data
    self.prior = prior
  }

  func place(atTime time: Double) -> Double {
    prior * time / (data * (1 - time) + prior * time)
  }

  func time(at place: Double) -> Double {
    data * place / (prior * (1 - place) + data * place)
  }

  /// How much time passes along a piece of the axis, relative to its length.
  func pace(at place: Double) -> Double {
    let spread = prior * (1 - place) + data * place
    return data * prior / (spread * spread)
  }
}
