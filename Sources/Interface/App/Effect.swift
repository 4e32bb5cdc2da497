import Diffusion

/// Something the state asks of the world outside; the runtime performs it.
public enum Effect: Sendable {
  /// Replaces whatever is being trained; a paused one waits to be resumed.
  case startTraining(any TrainingProcess, isPaused: Bool)
  case pauseTraining
  case resumeTraining
  /// Changes the batch and the rate of the training that goes on.
  case changeTraining(TrainingSpecification)
  case measure(QualityRequest)
  /// Makes steps of a run that would take too long for a frame.
  case simulate(Simulation)
  /// Matches a slice of the pairs of a forward run.
  case match(Matching)
  /// Draws a cloud with the network of another moment of its training.
  case redraw(Redraw)
  /// Makes a slice of the training of a classifier.
  case trainClassifier(ClassifierTraining)
  /// Joins pairs with a network, to learn them anew.
  case reflow(Reflow)
  /// Makes a slice of a study.
  case study(StudyRequest)
  case saveWeights(Weights, name: String)
  case savePreset(Experiment)
  case savePicture(PictureFormat, name: String)
  case savePoints([Point], labels: [String]?, name: String)
  case shareLine(Experiment, script: [String])
  /// Reads points from a file.
  case load(String)
  case suspend
  case repaint
  case quit
}

/// A measurement to be made beside the screen.
public struct QualityRequest: Sendable {
  /// The side of the comparison that is measured.
  let side: Side
  public let laboratory: Laboratory
  /// The start of the training that is measured.
  public let start: Int
  public let model: RunModel
  /// The training step of the model; 0 for the exact one.
  public let trainingSteps: Int
  /// How many samples are drawn.
  public let count: Int

  /// Makes it.
  func measurement() -> QualityMeasurement { measurement(count: count) }

  /// The same with another number of samples.
  func measurement(count: Int) -> QualityMeasurement {
    switch model {
    case .denoiser(let denoiser): return laboratory.measurement(of: denoiser, count: count)
    case .motion(let motion):
      return laboratory.measurement(of: laboratory.led(motion), count: count)
        ?? laboratory.measurement(of: laboratory.exactDenoiser, count: count)
    }
  }
}
