import Diffusion

extension AppState {
  /// Why an action would do nothing now, in a few words; nil where it would do something.
  ///
  /// The footer leaves such keys out, the palette shows the reason.
  func obstacle(to action: Action) -> String? {
    switch action {
    case .undo: history.canUndo ? nil : "nothing to undo"
    case .redo: history.canRedo ? nil : "nothing to redo"
    case .turnToOtherSide: isComparing ? nil : "nothing is compared; C puts two side by side"
    case .saveWeights: training.weights == nil ? "there is no training to save yet" : nil
    case .selectHandle where isTransport: noPriors
    case .cycleCurve where isTransport: "the path of a transport has one curve"
    case .selectHandle, .typeHandle, .nudgeHandle(time: 0, value: _):
      hasHandles ? nil : noHandles
    case .nudgeHandle:
      ScheduleEditor.canMoveInTime(handle, of: experiment.schedule)
        ? nil : "only inner control points of a custom schedule move in time"
    case .deleteHandle:
      ScheduleEditor.canMoveInTime(handle, of: experiment.schedule)
        ? nil : "only the inner control points of a custom schedule can be deleted"
    case .addHandle:
      stage.laboratory.schedule.geometry == .variancePreserving ? nil : noHandles
    case .guide(.addWeight), .guide(.cycleArrows):
      experiment.guidance == nil ? Self.noGuidance : stage.guidanceRefusal?.description
    case .selectPrior, .movePrior, .widenPrior, .placePrior: noPriors
    case .reflow: noReflow
    case .toggleTubes: noTubes
    case .toggleLobes:
      isTransport && stage.laboratory.exactVelocityField == nil
        ? "paired samples have no exact posterior" : nil
    case .toggleWay: isTransport ? "the pairs of a transport have one path each" : nil
    case .study(.weights): noCurve
    case .study(.budget):
      isTransport && stage.laboratory.exactVelocityField == nil
        ? "paired samples have no exact answer to swap in" : nil
    case .change(let experiment): fault(of: experiment)
    default: nil
    }
  }

  private var hasHandles: Bool { !ScheduleEditor.handles(of: experiment.schedule).isEmpty }

  /// Why the schedule cannot be bent.
  var noHandles: String {
    let kind = experiment.schedule.kind
    return stage.laboratory.schedule.geometry == .variancePreserving
      ? "\(kind.title.lowercased()) has no ends to move; + makes it a custom schedule"
      : "\(kind.title.lowercased()) is not made of betas; s chooses another schedule"
  }

  private func fault(of experiment: Experiment) -> String? {
    do throws(ExperimentError) {
      try experiment.validate()
      return nil
    } catch {
      return error.description
    }
  }
}
