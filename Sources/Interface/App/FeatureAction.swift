import Diffusion

/// What can happen to one feature: its part of `Action`, which answers everything that is asked of
/// an action.
///
/// A feature is a room: a folder with its state, its action, its keys, its commands and its drawing.
protocol FeatureAction: Sendable {
  /// Takes the action in.
  ///
  /// - Returns: what it asks of the world, in order.
  func update(_ state: inout AppState) -> [Effect]

  /// Why it would do nothing now, in a few words; nil where it would do something.
  func obstacle(in state: AppState) -> String?

  /// Whether it asks for what is there already.
  func changesNothing(in state: AppState) -> Bool

  /// The same with every number in it brought to where sums and products with it are safe: the one
  /// door for numbers that come from outside, from keys, lines, scripts, recordings, the mouse.
  /// Whatever it is about is far smaller: it is brought into its own range there.
  var withinBounds: Self { get }

  /// Who it comes from.
  var origin: ActionOrigin { get }

  /// Whether it only moves something a little further, as a key does that is held.
  var isMove: Bool { get }

  /// Whether changes that it makes again and again are one entry of the undo history.
  var continuesGesture: Bool { get }

  /// Whether what was told before stays.
  var keepsNotice: Bool { get }
}

/// Who an action comes from.
public enum ActionOrigin: Sendable, Equatable {
  /// Somebody asks for it.
  case person
  /// Something that was asked for is there, or is not to be had.
  case answer
  /// Time has passed, or the terminal is another.
  case surroundings
}

extension FeatureAction {
  func obstacle(in state: AppState) -> String? { nil }
  func changesNothing(in state: AppState) -> Bool { false }
  var origin: ActionOrigin { .person }
  var isMove: Bool { false }
  var continuesGesture: Bool { origin != .person }
  var keepsNotice: Bool { origin != .person }
}
