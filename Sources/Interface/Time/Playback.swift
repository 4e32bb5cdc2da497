import Diffusion

/// Where in a run the screen is, and how it moves on.
public struct Playback: Sendable, Equatable {
  public var direction: Direction = .forward
  /// The step shown, with the fraction of the next one that playing has saved up.
  public var position = 0.0
  public var isPlaying = true
  /// Whether the end of one direction leads into the other.
  public var loops = true
  /// How many times the usual pace.
  public var speed = 1.0
  /// Seconds still to rest at an end before the loop turns.
  public var rest = 0.0
  /// The step that was asked for while the run had not got there yet.
  public var target: Int?

  /// Whether every step takes seconds, so that it can be followed in the circuit.
  public var isSlow = false
  /// Whether the cloud of a paused run is drawn anew whenever the network has learned.
  public var redraws = false
  /// How far the tracers of the field have drifted, in lines.
  var drift = 0.0

  public init() {}

  /// How much of the usual pace a run has at a place on the timeline: playing slows down towards
  /// the data, where the shapes come apart within few steps.
  static func ease(atTime time: Double) -> Double { 0.3 + 1.4 * time }

  /// How long one pass would take at an even pace, in seconds.
  public static func duration(_ direction: Direction) -> Double {
    direction == .forward ? 4 : 6
  }

  /// How long a step takes in slow motion, in seconds.
  public static let slowStep = 4.0

  /// How long the loop rests at an end, in seconds.
  public static let restAtEnd = 1.2

  public static let speeds = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8]

  /// The step shown.
  public var step: Int { Int(position) }

  /// The pace one notch faster or slower.
  public func speed(faster: Bool) -> Double {
    let speeds = Self.speeds
    return faster
      ? speeds.first { $0 > speed } ?? speeds[speeds.count - 1]
      : speeds.last { $0 < speed } ?? speeds[0]
  }
}
