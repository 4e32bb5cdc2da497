import Diffusion

/// Something the state asks of the world outside; the runtime performs it.
public enum Effect: Sendable {
  /// Replaces whatever is being trained; a paused one waits to be resumed.
  case startTraining(any TrainingProcess, isPaused: Bool)
  case pauseTraining
  case resumeTraining
  /// Changes the batch and the rate of the training that goes on.
  case changeTraining(TrainingSpecification)
  /// Makes a slice of a measurement.
  case measure(QualityRequest)
  /// Makes steps of a run that would take too long for a frame.
  case simulate(Simulation)
  /// Works out how far the mass moves between two moments of a film.
  case measureFilm(FilmMotion)
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
  /// Plays a page of a lesson.
  case play(PageRequest)
  /// Measures figures that a lesson speaks of.
  case readFigures(FigureRequest)
  case saveWeights(any TrainedWeights, name: String)
  case savePreset(Experiment)
  case savePicture(PictureFormat, name: String)
  case savePoints([Point], labels: [String]?, name: String)
  /// Writes a text; the noun says what is in the file, as in "the chart is".
  case saveText(String, name: String, ending: String, noun: String)
  case shareLine(Experiment, script: [String])
  /// Reads points from a file.
  case load(String)
  /// Reads a leader board from a file.
  case readBoard(String)
  case suspend
  case repaint
  case quit
}
