import Diffusion

/// A training run from its first step to its last, with progress on a console.
struct TrainingRun<Learner: TrainingProcess> {
  /// What a finished run leaves.
  struct Result {
    let trainer: Learner
    /// The mean loss of the last steps.
    let loss: Double
    let seconds: Double
    /// The processor's time that all threads took: the seconds of one core, whatever else it does.
    let processorSeconds: Double
  }

  var trainer: Learner
  let iterations: Int
  /// The file in which the loss is written down as it goes, if one is named.
  let log: String?

  /// How many of the last losses are averaged: one alone is too noisy to compare.
  private let averagedLosses = 100

  init(trainer: Learner, iterations: Int, log: String? = nil) {
    self.trainer = trainer
    self.iterations = iterations
    self.log = log
  }

  /// Makes all steps, and says where learning went astray.
  func finish(on console: Console) throws(WorkError) -> Result {
    let log = try log.map { path throws(WorkError) in
      try TrainingLog(path: path, iterations: iterations)
    }
    defer { log?.close() }
    let clock = ContinuousClock()
    let (start, processorStart) = (clock.now, Stopwatch.processorSeconds)
    let team = WorkerTeam(threads: Machine.trainingThreads)
    var trainer = trainer
    var losses = RecentMean(capacity: averagedLosses)
    var lastShown = start
    for step in 1...iterations {
      let loss = trainer.step(on: team)
      losses.add(loss)
      try log?.add(
        TrainingLog.Row(
          step: trainer.steps, loss: loss, meanLoss: losses.mean, rate: trainer.rate,
          seconds: start.duration(to: clock.now) / .seconds(1)),
        iteration: step)
      if let progress = console.progress, lastShown.duration(to: clock.now) > .milliseconds(100) {
        lastShown = clock.now
        let seconds = start.duration(to: lastShown) / .seconds(1)
        progress(
          ProgressLine(done: step, of: iterations, seconds: seconds, loss: losses.mean).text)
      }
    }
    console.progress?("")
    for recovery in trainer.recoveries {
      console.note(
        "stipple: learning went astray at step \(recovery.step); went back to good weights and"
          + " lowered the rate from \(recovery.oldRate) to \(recovery.newRate)")
    }
    let seconds = start.duration(to: clock.now) / .seconds(1)
    return Result(
      trainer: trainer, loss: losses.mean, seconds: seconds,
      processorSeconds: Stopwatch.processorSeconds - processorStart)
  }
}

/// The mean of the last few numbers.
struct RecentMean {
  private var numbers: [Double] = []
  private var next = 0
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
  }

  mutating func add(_ number: Double) {
    if numbers.count < capacity {
      numbers.append(number)
    } else {
      numbers[next] = number
      next = (next + 1) % capacity
    }
  }

  var mean: Double { numbers.reduce(0, +) / Double(numbers.count) }
}
