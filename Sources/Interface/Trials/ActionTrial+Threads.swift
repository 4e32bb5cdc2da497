import Diffusion

/// What threads would do, done when chance says so.
extension ActionTrial {
  private static let mostAnswers = 12

  mutating func train() {
    guard isTraining, var trainer else { return }
    self.trainer = nil
    for _ in 0..<2 { _ = trainer.step() }
    self.trainer = trainer
    take(.training(.trained(TrainingReport(trainer: trainer), stepsPerSecond: 60)))
  }

  /// Gives one of the answers that are due, whichever is ready first.
  mutating func answer(_ number: Int) {
    if answers.isEmpty { return }
    take(answers.remove(at: number % answers.count)())
  }

  mutating func perform(_ effects: [Effect]) {
    for effect in effects { perform(effect) }
    // What nobody waits for is given up, the oldest first.
    if answers.count > Self.mostAnswers { answers.removeFirst(answers.count - Self.mostAnswers) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .startTraining(let trainer, let isPaused):
      (self.trainer, isTraining) = (trainer, !isPaused)
    case .pauseTraining: isTraining = false
    case .resumeTraining: isTraining = true
    case .changeTraining(let settings): trainer?.settings = settings
    case .measure(let request):
      answers.append { .samples(.measured(request.performed())) }
    case .simulate(let simulation):
      answers.append { .time(.simulated(simulation.performed(), seconds: 0.01)) }
    case .measureFilm(let motion): answers.append { .plane(.filmMeasured(motion.performed())) }
    case .match(let pairs): answers.append { .time(.matched(pairs.performed())) }
    case .trainClassifier(let training):
      answers.append { .guide(.classified(training.performed())) }
    case .reflow(let reflow): answers.append { .priors(.reflowed(reflow.trainer(), of: reflow)) }
    case .study(let request): answers.append { .studies(.studied(request.performed())) }
    case .redraw(let redraw):
      answers.append { .trainingTime(.redrawn(redraw.points(), of: redraw)) }
    case .play(let request): answers.append { .lesson(.arrived(request.performed())) }
    case .readFigures(let request): answers.append { .lesson(.measured(request.performed())) }
    case .load(let path): answers.append { .line(.refused(line: "load \(path)", "no such file")) }
    case .readBoard(let path):
      answers.append { .line(.refused(line: "board \(path)", "no such file")) }
    case .saveWeights, .savePreset, .savePicture, .savePoints, .saveText, .shareLine: break
    case .suspend, .repaint, .quit: break
    }
  }
}
