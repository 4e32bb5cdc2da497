import Diffusion
import Synchronization

/// A reverse run that may take the noise of its steps from a file.
struct SamplingRun {
  private let steps: Int
  private let advance: (_ state: SamplingState, _ step: Int) -> SamplingState
  private let labels: [String]?
  private let gap: NoiseGap
  /// What would keep points from running away.
  private let remedy: String
  /// What leads to the data's own units, in which points are printed.
  private let frame: Standardization

  /// A run of some steps.
  ///
  /// - Parameters:
  ///   - labels: the names of the labels that points carry from start to end.
  ///   - gap: remembers noise that was asked for and is not in the file.
  ///   - advance: the state one step on.
  init(
    in laboratory: Laboratory, steps: Int, labels: [String]?, gap: NoiseGap = NoiseGap(),
    advance: @escaping (_ state: SamplingState, _ step: Int) -> SamplingState
  ) {
    self.steps = steps
    self.advance = advance
    self.labels = labels
    self.gap = gap
    remedy = laboratory.remedyForRunaways
    frame = laboratory.frame
  }

  /// The points at the end, and those on the way there if they are asked for.
  ///
  /// - Parameter visit: takes the points before the first step and after each.
  func samples(from start: [Point], visit: ([Point]) -> Void = { _ in }) throws -> PointFile {
    var state = SamplingState(start)
    visit(frame.restored(state.points))
    for step in 0..<steps {
      state = try advanced(state, step: step)
      visit(frame.restored(state.points))
    }
    return PointFile(points: frame.restored(state.points), labels: labels)
  }

  /// Hands out the points at every step, in pieces of a table, as soon as they are there.
  func trajectory(from start: [Point], emit: (String) throws -> Void) throws {
    try emit(CSVTable(columns: ["step", "point", "x", "y"]).text)
    var state = SamplingState(start)
    try emit(rows(of: state.points, step: 0))
    for step in 0..<steps {
      state = try advanced(state, step: step)
      try emit(rows(of: state.points, step: step + 1))
    }
  }

  private func advanced(_ state: SamplingState, step: Int) throws -> SamplingState {
    let next = advance(state, step)
    if let error = gap.error { throw error }
    let lost = next.points.count { !PointFile.canBeJudged($0) }
    if lost > 0 {
      throw WorkError(
        "\(lost) of \(next.points.count) points ran away beyond \(PointFile.farthest) in step"
          + " \(step + 1) of \(steps); \(remedy)")
    }
    return next
  }

  private func rows(of points: [Point], step: Int) -> String {
    var table = CSVTable()
    for (index, point) in frame.restored(points).enumerated() {
      table.append(indices: step, index, numbers: point.x, point.y)
    }
    return table.text
  }
}

/// Remembers the first step whose noise was asked for and not in the file: a sampler alone knows
/// which steps it draws noise for.
final class NoiseGap: Sendable {
  private let missing = Mutex<InputError?>(nil)

  /// The noise of a file's steps, or where there is none that of a seed.
  func source(
    _ file: NoiseFile?, else randomness: Randomness
  ) -> @Sendable (_ step: Int, _ count: Int) -> [Point] {
    { step, count in
      guard let file else {
        var stream = randomness.stream(.sampling, step: step)
        return stream.normalPoints(count)
      }
      if let given = file.steps[step] { return given }
      self.note(step, in: file)
      return [Point](repeating: .zero, count: count)
    }
  }

  private func note(_ step: Int, in file: NoiseFile) {
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
