import Diffusion

/// What runs of an experiment and where it has got to: all that the sides of a comparison do not
/// share.
public struct Scene: Sendable {
  public internal(set) var stage: Stage
  public internal(set) var playback: Playback
  public internal(set) var training: TrainingState
  public internal(set) var quality: QualityState
  public internal(set) var trails: Trails
  public internal(set) var frame: Frame
  public internal(set) var simulation: SimulationState
  public internal(set) var redraw: RedrawState
  public internal(set) var classifier: ClassifierState
  public internal(set) var studies: StudyState
  public internal(set) var film: [FilmFrame]
}

extension AppState {
  /// The side in hand.
  var scene: Scene {
    get {
      Scene(
        stage: stage, playback: playback, training: training, quality: quality, trails: trails,
        frame: frame, simulation: simulation, redraw: redraw,
        classifier: classifier, studies: studies, film: film)
    }
    set {
      stage = newValue.stage
      playback = newValue.playback
      training = newValue.training
      quality = newValue.quality
      trails = newValue.trails
      frame = newValue.frame
      simulation = newValue.simulation
      redraw = newValue.redraw
      classifier = newValue.classifier
      studies = newValue.studies
      film = newValue.film
    }
  }

  /// The same state with the other side in hand, to look at; the state itself where nothing is
  /// compared.
  var turnedRound: AppState {
    var turned = self
    turned.exchange()
    return turned
  }

  /// Takes the other side in hand. The clock is one for both: its pace stays.
  mutating func exchange() {
    guard var behind = other else { return }
    behind.playback.keepPace(of: playback)
    other = scene
    scene = behind
    side = side.opposite
    settleFocus()
  }

  /// Takes something in on the side that it is meant for.
  mutating func onSide(_ side: Side, _ change: (inout AppState) -> Void) {
    if side == self.side {
      change(&self)
    } else {
      _ = beside { state in
        change(&state)
        return []
      }
    }
  }

  /// Does something with the other side in hand, if there is one.
  ///
  /// - Returns: what is asked of the world; only the side in hand trains, so nothing of training.
  mutating func beside(_ change: (inout AppState) -> [Effect]) -> [Effect] {
    guard other != nil else { return [] }
    exchange()
    defer { exchange() }
    return change(&self).filter { !$0.isAboutTraining }
  }
}

extension Playback {
  /// Takes over how fast and whether time goes, not where it is.
  mutating func keepPace(of other: Playback) {
    isPlaying = other.isPlaying
    loops = other.loops
    speed = other.speed
    rest = other.rest
    redraws = other.redraws
    isSlow = other.isSlow
  }
}

extension Effect {
  /// Whether it steers the training thread.
  var isAboutTraining: Bool {
    switch self {
    case .startTraining, .pauseTraining, .resumeTraining, .changeTraining: true
    case .measure, .simulate, .measureFilm, .match, .redraw, .reflow, .study, .trainClassifier,
      .saveWeights, .savePreset, .savePicture, .savePoints, .saveText:
      false
    case .shareLine, .load, .suspend, .repaint, .quit: false
    }
  }
}
