import Diffusion
import Foundation
import Synchronization

/// Makes measurements one after another on a thread of its own.
final class MeasurementDesk: Sendable {
  struct Result: Sendable {
    let measurement: QualityMeasurement
    let request: QualityRequest
  }

  private let finished = Mutex<Result?>(nil)

  /// Starts a measurement; the state asks for the next one only when this one is back.
  func submit(_ request: QualityRequest) {
    let thread = Thread { [self] in
      let measurement = request.laboratory.measurement(
        of: request.denoiser, count: request.count)
      finished.withLock { $0 = Result(measurement: measurement, request: request) }
    }
    thread.stackSize = 1 << 20
    SignalMask.withAllBlocked { thread.start() }
  }

  /// A measurement that has come back since the last call.
  func result() -> Result? {
    finished.withLock { finished in
      defer { finished = nil }
      return finished
    }
  }
}
