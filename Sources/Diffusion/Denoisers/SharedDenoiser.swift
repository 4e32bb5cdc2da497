/// A model whose batches are shared out among threads; its answers are the model's own.
public struct SharedDenoiser: Denoiser {
  private let model: any Denoiser
  private let team: WorkerTeam

  /// How many points a thread takes at a time: long enough that claiming them costs nothing, a
  /// multiple of the blocks that networks work in.
  private static let share = 16 * MLP.blockSize

  public init(_ model: any Denoiser, team: WorkerTeam) {
    self.model = model
    self.team = team
  }

  public func estimate(
    _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]
  ) {
    precondition(points.count == estimates.count, "one estimate for each point")
    let shares = (points.count + Self.share - 1) / Self.share
    if team.threads == 1 || shares < 2 {
      model.estimate(points, at: level, into: &estimates)
      return
    }
    estimates.withUnsafeMutableBufferPointer { estimates in
      guard let start = estimates.baseAddress else { return }
      let results = SharedMemory(start)
      let model = model
      team.run(shares) { share in
        let first = share * Self.share
        let part = Array(points[first..<min(first + Self.share, points.count)])
        (results.pointer + first).update(
          from: model.estimates(of: part, at: level), count: part.count)
      }
    }
  }

  /// The answers of all shares, joined.
  public func answer(
    of points: [Point], at level: NoiseLevel
  ) -> (estimates: [Estimate], variance: LearnedVariance?) {
    let shares = (points.count + Self.share - 1) / Self.share
    if team.threads == 1 || shares < 2 { return model.answer(of: points, at: level) }
    var answers = [(estimates: [Estimate], variance: LearnedVariance?)](
      repeating: ([], nil), count: shares)
    answers.withUnsafeMutableBufferPointer { answers in
      guard let start = answers.baseAddress else { return }
      let results = SharedMemory(start)
      let model = model
      team.run(shares) { share in
        let first = share * Self.share
        let part = Array(points[first..<min(first + Self.share, points.count)])
        results.pointer[share] = model.answer(of: part, at: level)
      }
    }
    return (
      answers.flatMap(\.estimates), LearnedVariance(joining: answers.compactMap(\.variance))
    )
  }

  public var isRounded: Bool { model.isRounded }

  public func calls(at level: NoiseLevel) -> Int { model.calls(at: level) }

  public func conditioned(on selection: LabelSelection) -> (any Denoiser)? {
    model.conditioned(on: selection).map { SharedDenoiser($0, team: team) }
  }
}
