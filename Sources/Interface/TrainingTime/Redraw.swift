import Diffusion

/// A cloud to be drawn beside the screen: from the fixed noise of the experiment to a level, with
/// the network of one moment of its training.
///
/// Few steps without fresh noise are enough to see what the network has learned, and quick enough
/// to follow a hand on the slider.
public struct Redraw: Sendable {
  /// What a cloud was drawn with.
  struct Subject: Sendable, Equatable {
    let level: NoiseLevel
    let time: Double
    let steps: Int
    let experiment: Experiment
    let start: Int
  }

  /// Which request this is; answers to others are out of date.
  let number: Int
  let side: Side
  let subject: Subject
  let weights: Weights
  let laboratory: Laboratory
  /// Where points set out from; only those of a transport carry something.
  let start: TransportStart

  /// How many steps lead from noise to data.
  public static let steps = 20

  /// Draws it.
  func points() -> [Point] {
    if let transport = laboratory.transport { return moved(by: transport) }
    let schedule = laboratory.schedule
    let whole = GridKind.trailing.grid(
      on: schedule, steps: min(Self.steps, schedule.timesteps))
    let noisier = whole.stops.filter { $0.level.logSNR < subject.level.logSNR }
    guard !noisier.isEmpty else { return start.points }
    let goal = TimeGrid.Stop(level: subject.level, steps: 0)
    let process = ReverseProcess(
      denoiser: laboratory.guided(LearnedDenoiser(weights: weights)), sampler: .ddim,
      grid: TimeGrid(stops: noisier + [goal]), randomness: laboratory.experiment.randomness)
    return process.run(from: start.points)
  }

  /// The cloud of a transport: Euler's steps from the prior.
  private func moved(by transport: Transport) -> [Point] {
    guard subject.time < 1 else { return start.points }
    let process = TransportProcess(
      model: laboratory.led(laboratory.learnedVelocityField(weights, of: transport)),
      solver: .euler,
      times: (0...Self.steps).map { 1 + (subject.time - 1) * Double($0) / Double(Self.steps) },
      conditioning: start.conditioning
    ) { _, count in Array(repeating: .zero, count: count) }
    return process.run(from: start.points)
  }
}

/// The cloud that was redrawn last, and the one that is being drawn.
public struct RedrawState: Sendable {
  private(set) var number = 0
  /// Whether a cloud is being drawn.
  public private(set) var isRunning = false
  /// The latest cloud.
  private(set) var points: [Point]?
  /// What it was drawn with.
  private(set) var subject: Redraw.Subject?

  mutating func begin() -> Int {
    number += 1
    isRunning = true
    return number
  }

  mutating func finish(_ redraw: Redraw, points: [Point]) {
    guard redraw.number == number else { return }
    isRunning = false
    self.points = points
    subject = redraw.subject
  }
}
