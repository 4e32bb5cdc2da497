import Diffusion

/// What leaves the screen for other people and programs, and what comes from files.
public enum SharingAction: Sendable {
  case saveWeights
  case savePreset
  case savePicture(PictureFormat)
  case savePoints
  /// Makes the line for the shell that opens this screen again.
  case shareLine
  /// Says in words what the screen shows.
  case describe
  /// Makes the points in a file the data.
  case load(String)
  /// Shows the leader board in a file.
  case board(String)
  case saved(SavedFile)
  case shared(String)
  case loaded(DistributionSpecification, title: String)
  /// What stands on a leader board.
  case boardRead(String, title: String)
}

/// A file that was written.
public enum SavedFile: Sendable, Equatable {
  case weights(path: String, name: String, steps: Int)
  case preset(path: String, Experiment)
  /// A picture, points: something that is not read again.
  case other(String, path: String)
}

extension SharingAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateSharing(self) }

  func obstacle(in state: AppState) -> String? {
    switch self {
    case .saveWeights: state.training.weights == nil ? "there is no training to save yet" : nil
    case .savePreset, .savePicture, .savePoints, .shareLine, .describe, .load, .board, .saved,
      .shared, .loaded, .boardRead:
      nil
    }
  }

  var withinBounds: SharingAction { self }

  var origin: ActionOrigin {
    switch self {
    case .saveWeights, .savePreset, .savePicture, .savePoints, .shareLine, .describe, .load,
      .board:
      .person
    case .saved, .shared, .loaded, .boardRead: .answer
    }
  }
}
