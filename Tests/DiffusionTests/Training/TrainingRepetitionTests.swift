import Foundation
import Testing

@testable import Diffusion

@Suite("Training made again", .timeLimit(.minutes(5)))
struct TrainingRepetitionTests {
  @Test("tells what a thread told, whatever was changed meanwhile and whenever it was looked at")
  func tellsTheSame() throws {
    let mixture = try GaussianMixture(components: [
      .init(mean: .zero, covariance: Covariance(xx: 1, xy: 0.3, yy: 2), label: "a")
    ])
    let trainer = Trainer(
      mixture: mixture, dataName: "one spot", network: NetworkSpecification(hidden: [3]),
      settings: TrainingSpecification(batch: 4), seed: 5)
    let thread = TrainingThread(trainer: trainer, stepsPerReport: 5)
    defer { thread.stop() }
    var repetition = TrainingRepetition(trainer)
    var adjusted = 0
    for round in 0..<12 {
      // Many reports are made that nobody reads, some with other settings.
      for change in 0..<round % 3 {
        thread.change(TrainingSpecification(batch: 4 + change, rate: 0.001 * Double(round + 1)))
        Thread.sleep(forTimeInterval: 0.003)
      }
      if round == 5 { thread.setStepsPerReport(700) }
      if round == 8 { thread.pause() }
      if round == 9 { thread.resume() }
      var told = thread.takeReport()
      while told == nil {
        sched_yield()
        told = thread.takeReport()
      }
      let report = try #require(told)
      let again = repetition.report(atStep: report.steps, after: report.adjustments)
      adjusted += report.adjustments.count
      #expect(again.steps == report.steps && again.losses == report.losses)
      #expect(again.weights as? Weights == report.weights as? Weights)
      #expect(again.rate == report.rate && again.adjustments == report.adjustments)
    }
    #expect(adjusted > 0)
  }
}
