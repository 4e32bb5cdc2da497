import Synchronization

/// A model of a transport that counts how often it was asked, for each point of the batch.
public final class CountingTransportModel: TransportModel {
  private let model: any TransportModel
  private let count = Mutex(0)

  public init(_ model: any TransportModel) {
    self.model = model
  }

  /// How often it was asked so far.
  public var calls: Int { count.withLock { $0 } }

  public var knowsScore: Bool { model.knowsScore }
  public var isRounded: Bool { model.isRounded }

  public func calls(at time: Double) -> Int { model.calls(at: time) }

  public func motions(
    of points: [Point], carrying cargo: TransportCargo, at time: Double
  ) -> [TransportMotion] {
    count.withLock { $0 += model.calls(at: time) }
    return model.motions(of: points, carrying: cargo, at: time)
  }

  public func velocities(
    of points: [Point], carrying cargo: TransportCargo, at time: Double
  ) -> [Point] {
    count.withLock { $0 += model.calls(at: time) }
    return model.velocities(of: points, carrying: cargo, at: time)
  }
}
