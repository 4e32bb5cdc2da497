import Diffusion

/// The screen.
enum Screen {
  static func run(_ experiment: Experiment) throws {
    throw WorkError("the screen is not wired up")
  }
}
