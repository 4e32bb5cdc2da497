import Synchronization

/// A model of a transport that counts how often it was asked, for each point of the batch.
public final class CountingVelocityField: VelocityField {
  private let model: any VelocityField
  private let count = Mutex(0)

  public init(_ model: any VelocityField) {
    self.model = model
  }

  /// How often it was asked so far.
  public var calls: Int { count.withLock { $0 } }

  public var knowsScore: Bool { model.knowsScore }
  public var isRounded: Bool { model.isRounded }

  public func calls(at time: Double) -> Int { model.calls(at: time) }

  public func fieldValues(
    of points: [Point], given conditioning: Conditioning, at time: Double
  ) -> [FieldValue] {
    count.withLock { $0 += model.calls(at: time) }
    return model.fieldValues(of: points, given: conditioning, at: time)
  }

  public func velocities(
    of points: [Point], given conditioning: Conditioning, at time: Double
  ) -> [Point] {
    count.withLock { $0 += model.calls(at: time) }
    return model.velocities(of: points, given: conditioning, at: time)
  }
}
