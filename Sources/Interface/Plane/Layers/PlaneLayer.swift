import Diffusion
import TextScreen

/// A layer of the plane: when it is seen, where it lies among the others, what it draws, and what is
/// said of it in the legends and in the caption.
///
/// Each stands in a file of its own, and once in `all`; what a method alone has stands in its folder,
/// in its `MethodPlane`.
public struct PlaneLayer: Sendable {
  let id: String
  /// Of layers of the same depth those of the list come first, in its order, then those of the
  /// method.
  let depth: Depth
  /// Which of several layers is named first, in the legends and in the caption.
  var rank = Rank.line
  /// The switch of the view that shows and hides it; nil where it is ruled by something else.
  var toggle: Toggle?
  /// Whether there is something to see now, besides its switch.
  var isThere: @Sendable (AppState) -> Bool = { _ in true }
  /// Whether it asks for the exact density at every pixel, which is worked out once for all.
  var needsDensity = false
  let draw: @Sendable (PlaneMoment, inout Surface) -> Void
  /// What it means, at an edge of the plane while it is seen; nil where it needs no words.
  var legend: Legend?
  /// What stands of it in the frame, or why it is not seen: one or more phrases.
  var caption: @Sendable (AppState, Glyphs) -> [String] = { _, _ in [] }

  /// From the back to the front.
  enum Depth: Int, Sendable, Comparable {
    /// The world itself.
    case floor
    /// What is shaded under the cloud.
    case ground
    /// What does not change with time, under the cloud.
    case course
    case cloud
    /// Where the cloud is at this moment, in outline.
    case outline
    /// Lines of densities.
    case line
    /// What pulls or moves at every place.
    case field
    /// The particle that is looked into.
    case particle
    /// What nothing may hide, and what can be dragged.
    case handle
    /// Words across the plane.
    case notice

    static func < (one: Depth, other: Depth) -> Bool { one.rawValue < other.rawValue }
  }

  /// From what is named first to what is left out first.
  enum Rank: Int, Sendable, Comparable {
    /// A step that is waited for, which is no layer.
    case wait
    /// What the hand holds.
    case hand
    /// The run, which is no layer.
    case run
    case field
    case course
    /// How fast the run is, which is no layer.
    case pace
    case ground
    case line
    case cloud

    static func < (one: Rank, other: Rank) -> Bool { one.rawValue < other.rawValue }
  }

  /// What the colours and the signs of a layer mean.
  enum Legend: Sendable {
    /// In the first row, at its left; others begin in the row below.
    ///
    /// - `isThere`: whether the row is kept for it, besides the layer being seen.
    /// - `draw`: draws it into the row, which may be another's already (`isTaken`).
    case first(
      isThere: @Sendable (AppState) -> Bool = { _ in true },
      draw: @Sendable (AppState, _ isTaken: Bool, inout Surface, Rect) -> Void)
    /// In a row of its own, below those of a lower rank, in parts that each stay whole where the plane
    /// is narrow; none leaves it out.
    case row(@Sendable (AppState, Glyphs) -> [StyledText])
    /// In the lower edge of the frame.
    case foot(@Sendable (AppState, inout Surface, Rect) -> Void)
  }

  /// A switch of the view, `view WORD on`, with a key.
  struct Toggle: Sendable {
    let word: String
    /// What the command does, in one line.
    let summary: String
    let key: Key
    /// What the key does, where that needs more words than the command.
    var keyTitle: String?
    var isOnAtFirst = false
    /// Why there is nothing to switch now; nil where there is.
    var obstacle: @Sendable (AppState) -> String? = { _ in nil }
    /// What is said when it was switched.
    var notice: @Sendable (_ isShown: Bool) -> String? = { _ in nil }
  }

  /// The layers of every method; of the same depth in this order.
  static let all: [PlaneLayer] = [
    .origin, .ground, .cloud, .trails, .walk, .contours, .lobes, .lessonRegion, .field,
    .inspection, .opinions, .conditional, .absence,
  ]
}

extension PlaneLayer: Hashable {
  public static func == (one: PlaneLayer, other: PlaneLayer) -> Bool { one.id == other.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension PlaneLayer {
  /// Those of every method and those that each has alone.
  static let known = all + MethodScreen.all.flatMap { $0.plane.layers }

  /// What a method has on its plane, from the back to the front.
  static func layers(of screen: MethodScreen) -> [PlaneLayer] { byMethod[screen.method.id] ?? all }

  /// Put in order once: a frame asks for it several times.
  private static let byMethod = Dictionary(
    uniqueKeysWithValues: MethodScreen.all.map { screen in
      (screen.method.id, (all + screen.plane.layers).sorted { $0.depth < $1.depth })
    })

  /// Whether it is seen.
  func isSeen(in state: AppState) -> Bool { state.view.shows(self) && isThere(state) }
}

extension AppState {
  /// The layers that the plane can have, from the back to the front.
  var layers: [PlaneLayer] { PlaneLayer.layers(of: words) }
}
