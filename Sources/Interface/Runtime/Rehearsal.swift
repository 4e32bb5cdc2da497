import Diffusion

/// The screen without terminal, threads or clock: seconds pass when they are told to, training
/// and measurements happen in between. The same experiment always gives the same picture.
public struct Rehearsal {
  public private(set) var state: AppState
  private var trainer: (any TrainingProcess)?
  private var isTraining = false
  private let files: FileKeeper?
  /// The measurements that were asked for, of each side the latest; nobody looks at them before the
  /// picture is made.
  private var measurements: [Side: QualityRequest] = [:]

  private static let framesPerSecond = 30
  /// A modest pace, so that pictures are quick to make.
  private static let trainingStepsPerFrame = 12

  /// The screen as it opens.
  ///
  /// - Parameter files: where files are read from; nothing is written.
  public init(_ state: AppState, files: FileKeeper? = nil) {
    self.state = state
    self.files = files
    perform(self.state.begin())
  }

  /// Lets seconds pass.
  public mutating func run(seconds: Double) {
    for _ in 0..<Int((seconds * Double(Self.framesPerSecond)).rounded()) {
      train()
      take(.time(.tick(seconds: 1 / Double(Self.framesPerSecond), work: .max)))
    }
  }

  /// Does what the lines of a script say, to the first that cannot be done or is refused.
  public mutating func play(_ script: Script) throws(ScriptError) {
    for line in script.lines {
      switch line.step {
      case .wait(let seconds): run(seconds: seconds)
      case .say(let text):
        do {
          for action in try Command.actions(for: text, in: state) { take(action) }
        } catch {
          throw ScriptError("\(error)", at: line.place)
        }
        // A place that was asked for is reached before the next line.
        take(.time(.tick(seconds: 0, work: .max)))
        if let notice = state.notice, notice.tone == .warning {
          throw ScriptError("\(text): \(notice.text)", at: line.place)
        }
      }
    }
  }

  /// Finishes what is under way beside the screen, so that the picture shows what is known in the
  /// end and nothing half done. No time passes and nothing is learned meanwhile.
  ///
  /// - Parameter isPatient: asked again and again whether to go on.
  /// - Returns: what is on the picture and still not known, in words.
  public mutating func settle(while isPatient: () -> Bool) -> [String] {
    // What was asked for along the way is about earlier networks.
    measurements = [:]
    state.callOffMeasurements()
    while !state.unsettled.isEmpty && isPatient() {
      take(.time(.tick(seconds: 0, work: .max)))
      for (side, request) in measurements {
        measurements[side] = nil
        take(.samples(.measured(request.performed())))
      }
    }
    return state.unsettled
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
    take(.training(.trained(report, stepsPerSecond: pace)))
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
      case .measure(let request): measurements[request.side] = request
      case .simulate(let simulation):
        take(.time(.simulated(simulation.performed(), seconds: 0)))
      case .measureFilm(let motion): take(.plane(.filmMeasured(motion.performed())))
      case .match(let pairs): take(.time(.matched(pairs.performed())))
      case .trainClassifier(let training):
        take(.guide(.classified(training.performed())))
      case .reflow(let reflow): take(.priors(.reflowed(reflow.trainer(), of: reflow)))
      case .study(let request): take(.studies(.studied(request.performed())))
      case .redraw(let redraw):
        take(.trainingTime(.redrawn(redraw.points(), of: redraw)))
      case .load(let path):
        if let files { take(files.loading(path)) }
      case .saveWeights, .savePreset, .savePicture, .savePoints, .saveText, .shareLine: break
      case .suspend, .repaint, .quit: break
      }
    }
  }
}

extension FileKeeper {
  /// The points of a file, on their way to become the data, or why they cannot.
  func loading(_ path: String) -> Action {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do {
      return .sharing(.loaded(try readPoints(path), title: name))
    } catch {
      return .line(.refused(line: "load \(path)", "\(error)"))
    }
  }
}
