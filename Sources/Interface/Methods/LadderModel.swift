import Diffusion

/// What a run along levels of its own asks: networks that know them, or the exact model.
protocol LadderModel: ProcessModel where Process: LadderProcess {
  /// Nil for the exact model.
  var own: Process.Trained? { get }

  init(process: Process, own: Process.Trained?)
}

extension LadderModel {
  /// The networks of these weights where they know the levels, or the exact model.
  init(_ weights: Process.Trained?, of process: Process) {
    self.init(
      process: process,
      own: weights.flatMap { process.refusal(of: $0.networks) == nil ? $0 : nil })
  }

  var model: Process.Model {
    own.map { process.model(of: $0.networks) } ?? process.exactModel
  }
  var weights: (any TrainedWeights)? { own }

  func findsItsSteps(by sampler: Sampler) -> Bool { true }
  var usualSteps: [Int] { [process.ladder.count] }
}
