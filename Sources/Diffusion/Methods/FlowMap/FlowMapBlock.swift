import Foundation

/// Some jumps of a batch: the ways they lie on, and what an objective asks of the network there.
struct FlowMapBlock {
  /// What a member of the block moves along.
  private enum Way {
    /// A straight pair: where it is at an angle is known of the clean point and the noise it was made of.
    case pair(Estimate)
    /// One of the teacher's.
    case taught(Int)
  }

  private let ways: [Way]
  private let teacher: TeacherWays?
  /// The network as it is at this step.
  let student: FlowMapPredictor
  /// The network as it was at the end of the phase before.
  let earlier: FlowMapPredictor
  /// The number of the step, from 1.
  let step: Int
  var stream: RandomStream
  /// From where to where each member jumps, by the numbers of the clock.
  private(set) var jumps: [(from: Int, to: Int)]
  /// What the network should answer.
  var targets: [SIMD2<Float>]

  var rows: Range<Int> { ways.indices }

  /// The share of jumps that set out from pure noise, and of those that lead to clean data: there a
  /// jump has the longest way, and a single one has no other.
  private static let shares = (noise: 0.3, clean: 0.4)

  init(
    _ count: Int, from data: TrainingData, teacher: TeacherWays?, student: FlowMapPredictor,
    earlier: FlowMapPredictor, step: Int, stream: RandomStream
  ) {
    var stream = stream
    ways = (0..<count).map { _ in
      let choice = stream.uniform()
      if let teacher { return .taught(Int(choice * Double(teacher.count))) }
      let normals = (stream.normalPoint(), stream.normalPoint())
      return .pair(data.made(choice: choice, normals: normals))
    }
    self.teacher = teacher
    self.student = student
    self.earlier = earlier
    self.step = step
    targets = [SIMD2<Float>](repeating: .zero, count: count)
    jumps = []
    self.stream = stream
    jumps = (0..<count).map { _ in longJump() }
  }

  /// A jump of any length towards the data.
  private mutating func longJump() -> (from: Int, to: Int) {
    let from =
      stream.uniform() < Self.shares.noise
      ? FlowMapClock.count : 1 + whole(below: FlowMapClock.count)
    return (from, stream.uniform() < Self.shares.clean ? 0 : whole(below: from))
  }

  /// A number from 0 up, below another one.
  mutating func whole(below limit: Int) -> Int {
    min(limit - 1, Int(stream.uniform() * Double(limit)))
  }

  mutating func jump(_ row: Int, from: Int, to: Int) { jumps[row] = (from, to) }

  /// Where a member is at a number of the clock, in canonical coordinates.
  func place(_ row: Int, _ number: Int) -> SIMD2<Float> {
    switch ways[row] {
    case .taught(let way): teacher?.place(way, number) ?? .zero
    case .pair(let pair): SIMD2<Float>(pair.renoised(to: Self.level(number)))
    }
  }

  /// How fast it moves there: the teacher's velocity, or that of its own pair, of which the mean over
  /// all pairs that meet is the velocity.
  func velocity(_ row: Int, _ number: Int) -> SIMD2<Float> {
    switch ways[row] {
    case .taught(let way): teacher?.velocity(way, number) ?? .zero
    case .pair(let pair): SIMD2<Float>(pair.v(at: Self.level(number)))
    }
  }

  private static func level(_ number: Int) -> NoiseLevel {
    let angle = FlowMapClock.angles[number]
    return NoiseLevel(alpha: max(0, cos(angle)), sigma: sin(angle))
  }

  /// The places that the members jump from.
  var starts: [SIMD2<Float>] { rows.map { place($0, jumps[$0].from) } }

  var spans: [FlowMapSpan] { jumps.map { FlowMapClock.span(from: $0.from, to: $0.to) } }

  /// Where points are led by a network.
  func jumped(
    _ points: [SIMD2<Float>], _ numbers: [(from: Int, to: Int)], by network: FlowMapPredictor
  ) -> [SIMD2<Float>] {
    let spans = numbers.map { FlowMapClock.span(from: $0.from, to: $0.to) }
    return zip(zip(points, spans), network.velocities(of: points, along: spans)).map {
      $0.1.end(from: $0.0, velocity: $1)
    }
  }

  /// Asks for the mean velocity of the way to a place; a jump of no length has the target that it has.
  mutating func aim(_ row: Int, at end: SIMD2<Float>) {
    let (from, to) = jumps[row]
    if from == to { return }
    targets[row] = FlowMapClock.span(from: from, to: to)
      .velocity(from: place(row, from), to: end)
  }
}
