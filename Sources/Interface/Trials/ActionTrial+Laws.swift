import Diffusion
import TextScreen

/// What has to be so after whatever was done.
extension ActionTrial {
  /// The laws that do not hold now.
  public var broken: [String] {
    var broken = Self.broken(state) + brokenByEditing + brokenByDrawing
    if state.isComparing { broken += Self.broken(state.turnedRound).map { "other side: \($0)" } }
    return broken
  }

  private static func broken(_ state: AppState) -> [String] {
    let (playback, stage, frame) = (state.playback, state.stage, state.frame)
    let length = stage.length(playback.direction)
    var laws = Laws()
    laws.require((0...length).contains(playback.step), "the step is within the run")
    laws.require(
      playback.target.map { (0...length).contains($0) } ?? true, "so is the one asked for")
    laws.require(
      frame.place == stage.place(frame.direction, at: frame.step), "the frame is of the run")
    laws.require(frame.points.indices.contains(state.particle), "the particle is one of the points")
    laws.require(
      frame.points.count == state.experiment.particles, "the points are the experiment's")
    laws.require(
      Camera.zoomLimits.contains(state.view.camera.zoom) && state.view.camera.centre.isFinite,
      "the camera looks somewhere")
    laws.require(
      state.history.past.count <= History<Editions>.depth
        && state.history.future.count <= History<Editions>.depth, "the history has an end")
    return laws.broken
  }

  /// The laws of what stands in the history.
  static func broken(_ editions: Editions) -> [String] {
    var laws = Laws()
    for side in [Side.a, .b] {
      laws.require(
        (try? Laboratory(editions[side].experiment)) != nil, "the experiment can be run")
    }
    return laws.broken
  }

  /// The laws of a picture of the state.
  static func broken(_ picture: Surface, of state: AppState) -> [String] {
    var laws = Laws()
    laws.require(picture.size == state.size, "the picture is as large as the window")
    laws.require(!steers(picture), "nothing on the picture steers the terminal")
    return laws.broken
  }

  /// Whether a picture steers the terminal: only where a character could is its text looked through.
  private static func steers(_ picture: Surface) -> Bool {
    guard
      picture.cells.contains(where: \.unicodeScalar.isSteering)
        || picture.marks.values.contains(where: { $0.contains(where: \.isSteering) })
    else { return false }
    return picture.plainText.hasControls(besides: ["\n"])
  }

  /// Takes back everything that was done.
  ///
  /// - Returns: whether that gave the start.
  public mutating func undoesEverything() -> Bool {
    for _ in 0..<4 { take(.overlay(.back)) }
    for _ in 0...History<Editions>.depth where state.history.canUndo { take(.experiment(.undo)) }
    return state.history.present == start
  }

  private struct Laws {
    var broken: [String] = []

    mutating func require(_ holds: Bool, _ law: String) {
      if !holds { broken.append(law) }
    }
  }
}
