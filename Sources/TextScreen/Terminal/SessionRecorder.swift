/// Somebody who keeps what a terminal is sent.
public protocol SessionRecorder: AnyObject {
  func record(_ bytes: [UInt8])
  func record(size: Size)
  /// What went wrong since it was asked last, such as a full disk; recording has ended then.
  func takeFailure() -> String?
}
