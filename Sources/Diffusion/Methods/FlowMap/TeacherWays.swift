import Foundation

/// Ways from noise to data that a teacher leads, kept with their places and velocities at all angles
/// of the clock, so that every jump between two of them has its answer at hand. A few are made anew
/// all the time, so that no way is learned by heart.
struct TeacherWays: Sendable {
  private let teacher: any Denoiser
  private let standardization: Standardization
  /// In canonical coordinates, all angles of a way side by side.
  private(set) var places: [SIMD2<Float>] = []
  /// `dx/dangle` there.
  private(set) var velocities: [SIMD2<Float>] = []
  /// Where the next ways go.
  private var next = 0

  /// How many ways are kept.
  static let capacity = 2048
  /// How many are made at a time.
  static let renewal = 64
  /// Every how many steps of training some are made.
  static let interval = 16
  /// How many there are at first.
  private static let beginning = 256

  private static let width = FlowMapClock.count + 1

  var count: Int { places.count / Self.width }

  init(of teacher: any Denoiser, _ standardization: Standardization, seed: UInt64) {
    self.teacher = teacher
    self.standardization = standardization
    for round in 0..<Self.beginning / Self.renewal { renew(step: -1 - round, seed: seed) }
  }

  func place(_ way: Int, _ number: Int) -> SIMD2<Float> { places[way * Self.width + number] }

  func velocity(_ way: Int, _ number: Int) -> SIMD2<Float> {
    velocities[way * Self.width + number]
  }

  /// Leads further ways, in place of the oldest once there is no room.
  mutating func renew(step: Int, seed: UInt64) {
    var stream = Randomness(seed: seed).stream(.start, step: step)
    var points = stream.normalPoints(Self.renewal)
    let first = next
    if first * Self.width >= places.count {
      let room = [SIMD2<Float>](repeating: .zero, count: Self.renewal * Self.width)
      places += room
      velocities += room
    }
    next = (next + Self.renewal) % Self.capacity
    var slopes = self.slopes(points, at: FlowMapClock.angles[FlowMapClock.count])
    for number in stride(from: FlowMapClock.count, through: 0, by: -1) {
      for row in points.indices {
        let place = (first + row) * Self.width + number
        places[place] = SIMD2<Float>(points[row])
        velocities[place] = SIMD2<Float>(slopes[row])
      }
      if number == 0 { break }
      let span = FlowMapClock.span(from: number, to: number - 1)
      points = advanced(points, slopes, along: span)
      slopes = self.slopes(points, at: span.to)
    }
  }

  /// A step of the classical Runge-Kutta method of fourth order.
  private func advanced(_ points: [Point], _ first: [Point], along span: FlowMapSpan) -> [Point] {
    let (turn, middle) = (span.turn, (span.from + span.to) / 2)
    func moved(by share: Double, _ slopes: [Point]) -> [Point] {
      zip(points, slopes).map { $0 + share * turn * $1 }
    }
    let second = slopes(moved(by: 0.5, first), at: middle)
    let third = slopes(moved(by: 0.5, second), at: middle)
    let fourth = slopes(moved(by: 1, third), at: span.to)
    return points.indices.map { index in
      let slopes: Point = first[index] + 2 * second[index] + 2 * third[index] + fourth[index]
      return points[index] + turn / 6 * slopes
    }
  }

  /// `dx/dangle` of canonical points by the teacher.
  private func slopes(_ points: [Point], at angle: Double) -> [Point] {
    let (alpha, sigma) = (max(0, cos(angle)), sin(angle))
    let (centre, spread) = (standardization.centre, standardization.spread)
    let level = NoiseLevel(alpha: alpha, sigma: spread * sigma)
    let estimates = teacher.estimates(
      of: points.map { alpha * centre + spread * $0 }, at: level)
    return estimates.map { alpha * $0.noise - sigma * standardization.standardized($0.clean) }
  }
}
