/// Somebody who keeps what a terminal is sent.
public protocol SessionRecorder: AnyObject {
  func record(_ bytes: [UInt8])
  func record(size: Size)
  /// Somebody did something: a place that a viewer of the recording may jump to.
  func record(mark: String)
  /// What went wrong since it was asked last, such as a full disk; recording has ended then.
  func takeFailure() -> String?
}
