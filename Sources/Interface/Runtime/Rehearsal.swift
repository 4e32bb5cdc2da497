import Diffusion

/// The screen without terminal, threads or clock: seconds pass when they are told to, training
/// and measurements happen in between. The same experiment always gives the same picture.
public struct Rehearsal {
  public private(set) var state: AppState
  private var trainer: Trainer?
  private var isTraining = false

  private static let framesPerSecond = 30
  /// A modest pace, so that pictures are quick to make.
  private static let trainingStepsPerFrame = 12

  /// The screen as it opens.
  public init(_ state: AppState) {
    self.state = state
    perform(self.state.begin())
  }

  /// Lets seconds pass.
  public mutating func run(seconds: Double) {
    for _ in 0..<Int((seconds * Double(Self.framesPerSecond)).rounded()) {
      train()
      take(.tick(seconds: 1 / Double(Self.framesPerSecond), work: .max))
    }
  }

  /// Does what a line of a script says: a command, or `wait SECONDS`.
  public mutating func say(_ line: String) throws {
    let words = line.split(separator: " ")
    if words.first == "wait" {
      guard words.count == 2, let seconds = Double(words[1]), (0...600).contains(seconds) else {
        throw CommandError("'\(line)' is no pause; say wait and from 0 to 600 seconds")
      }
      run(seconds: seconds)
      return
    }
    for action in try Command.actions(for: line, in: state) { take(action) }
    // A place that was asked for is reached before the next line.
    take(.tick(seconds: 0, work: .max))
  }

  /// Performs an action and what it asks for.
  public mutating func take(_ action: Action) {
    perform(state.update(action))
  }

  private mutating func train() {
    guard isTraining, var trainer else { return }
    self.trainer = nil
    var losses: [LossCurve.Point] = []
    for _ in 0..<Self.trainingStepsPerFrame {
      let loss = trainer.step()
      losses.append(LossCurve.Point(step: trainer.steps, loss: loss))
    }
    var report = TrainingReport(trainer: trainer)
    report.losses = losses
    self.trainer = trainer
    let pace = Double(Self.trainingStepsPerFrame * Self.framesPerSecond)
    take(.trained(report, stepsPerSecond: pace))
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .startTraining(let trainer, let isPaused):
        self.trainer = trainer
        isTraining = !isPaused
      case .pauseTraining: isTraining = false
      case .resumeTraining: isTraining = true
      case .changeTraining(let settings): trainer?.settings = settings
      case .measure(let request):
        take(.measured(request.measurement(), of: request))
      case .simulate(let simulation):
        take(.simulated(simulation.performed(), seconds: 0))
      case .redraw(let redraw):
        take(.redrawn(redraw.points(), of: redraw))
      case .saveWeights, .savePreset, .suspend, .repaint, .quit: break
      }
    }
  }
}
