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
    @Indirect private(set) var experiment: Experiment
    let start: Int
  }

  /// Which request this is; answers to others are out of date.
  let number: Int
  let side: Side
  let subject: Subject
  let model: any RunModel
  let laboratory: Laboratory
  /// Where points set out from.
  let start: RunStart

  /// How many steps lead from noise to data.
  public static let steps = 20

  /// Draws it.
  func points() -> [Point] { model.points(of: self) }
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
