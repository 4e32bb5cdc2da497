import Diffusion
import Synchronization

/// A reverse run that may take the noise of its steps from a file.
struct SamplingRun {
  private let process: ReverseProcess
  private let gap: NoiseGap

  /// - Parameter denoiser: the model, guided already.
  init(of denoiser: any Denoiser, in laboratory: Laboratory, noise: NoiseFile?) {
    let experiment = laboratory.experiment
    let gap = NoiseGap()
    self.gap = gap
    process = ReverseProcess(
      denoiser: denoiser, sampler: experiment.sampler.kind, options: experiment.sampler.options,
      grid: laboratory.grid
    ) { step, count in
      guard let noise else {
        var stream = experiment.randomness.stream(.sampling, step: step)
        return stream.normalPoints(count)
      }
      if let given = noise.steps[step] { return given }
      gap.note(step, in: noise)
      return [Point](repeating: .zero, count: count)
    }
  }

  /// The points at the end as a table.
  func samples(from start: [Point]) throws(InputError) -> String {
    var state = SamplingState(start)
    for step in 0..<process.grid.steps { state = try advanced(state, step: step) }
    return PointFile(points: state.points, labels: nil).csv
  }

  /// Hands out the points at every step, in pieces of a table, as soon as they are there.
  func trajectory(from start: [Point], emit: (String) throws -> Void) throws {
    try emit(CSVTable(columns: ["step", "point", "x", "y"]).text)
    var state = SamplingState(start)
    try emit(Self.rows(of: state.points, step: 0))
    for step in 0..<process.grid.steps {
      state = try advanced(state, step: step)
      try emit(Self.rows(of: state.points, step: step + 1))
    }
  }

  private func advanced(
    _ state: SamplingState, step: Int
  ) throws(InputError) -> SamplingState {
    let next = process.advance(state, step: step)
    if let error = gap.error { throw error }
    return next
  }

  private static func rows(of points: [Point], step: Int) -> String {
    var table = CSVTable()
    for (index, point) in points.enumerated() {
      table.append(indices: step, index, numbers: point.x, point.y)
    }
    return table.text
  }
}

/// Remembers the first step whose noise was asked for and not in the file: a sampler alone knows
/// which steps it draws noise for.
private final class NoiseGap: Sendable {
  private let missing = Mutex<InputError?>(nil)

  func note(_ step: Int, in file: NoiseFile) {
    missing.withLock { error in
      if error != nil { return }
      let last = file.steps.keys.max() ?? 0
      error = InputError(
        "there is no noise for step \(step); the last step in the file is \(last)",
        file: file.name, place: file.end)
    }
  }

  var error: InputError? { missing.withLock { $0 } }
}
