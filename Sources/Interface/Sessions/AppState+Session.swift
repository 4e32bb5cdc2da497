import Diffusion
import TextScreen

extension AppState {
  /// The screen as a session left it, before its script is followed.
  ///
  /// The optimizer's memory is not kept: training goes on from the weights as from those of a file.
  public init(
    resuming session: Session, presets: [PresetEntry] = [], presetPlaces: String = "", size: Size
  ) throws(ExperimentError) {
    let record = session.record
    try self.init(
      experiment: record.present.a.experiment, presets: presets, presetPlaces: presetPlaces,
      size: size)
    let restored = History(past: record.past, present: record.present, future: record.future)
    let starts = restored.all.flatMap { [$0.a.start, $0.b?.start ?? 0] }
    shelf.goOn(after: starts.max() ?? 0)
    // What is asked for here is asked for again by the opening.
    _ = adopt(record.present) { $0 = restored }
    training = TrainingState(edition)
    if record.side == .b, isComparing { _ = turnToOtherSide() }
    if let weights = session.weights {
      training = TrainingState(
        edition, weights: weights.seen(in: stage.laboratory.frame), of: stage.laboratory)
      // They are in no file of the person's own yet.
      training.savedSteps = 0
    }
    if let drawing = record.drawing.map(Drawing.init) {
      drafts.drawing = drawing
      if record.isBoardOut { overlay = .drawing(drawing) }
    }
    notice = nil
    refreshFrame()
  }
}
