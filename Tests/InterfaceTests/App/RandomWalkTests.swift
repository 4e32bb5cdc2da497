import Diffusion
import Testing

@testable import Interface

@Suite("A long random walk over all keys")
struct RandomWalkTests {
  @Test("never traps, keeps every value in range and can always be undone", arguments: 1...3)
  func walk(seed: Int) throws {
    try walk(from: .small, seed: seed)
  }

  @Test("the same from another prior")
  func walkOfATransport() throws {
    try walk(from: .transport(.opposite, sampler: .flowEuler, particles: 32), seed: 4)
  }

  private func walk(from experiment: Experiment, seed: Int) throws {
    var player = try Player(experiment)
    let original = player.state.experiment
    var stream = RandomStream(seed: UInt64(seed))
    for _ in 0..<600 {
      let bindings = KeyTable.bindings(in: player.state)
      guard let binding = bindings.randomElement(using: &stream) else { continue }
      player.perform(binding.action)
      player.wait(1.0 / 30, work: 200)
      let frame = player.state.frame
      #expect((0...frame.length).contains(frame.step))
      #expect(frame.points.count == player.state.experiment.particles)
      let strays = frame.points.count { !$0.isFinite }
      #expect(strays == 0, "\(binding.title)")
    }
    player.perform(.overlay(.back), .overlay(.back))
    while player.state.history.canUndo { player.perform(.experiment(.undo)) }
    #expect(player.state.experiment == original)
  }
}
