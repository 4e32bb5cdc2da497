import CKernels
import Foundation

/// Addressed randomness: a seed from which every use draws its own stream.
///
/// Nothing in the engine consumes a shared generator. Step 40 of a sampler finds the same noise
/// whether it is reached by playing, by rewinding or headless, because its stream is named by
/// what it is for and which step it is, not by how many numbers were drawn before.
public struct Randomness: Sendable, Hashable, Codable {
  /// What a stream of random numbers is for.
  public enum Purpose: UInt64, Sendable, CaseIterable {
    /// Draws of clean data.
    case data = 1
    /// The noise of the Markov walk and of the closed-form jump.
    case forward
    /// The standard-normal start of the reverse direction.
    case start
    /// The noise of a stochastic sampler's steps.
    case sampling
    /// The first weights of a network.
    case initialization
    /// The batches of training.
    case training
    /// Fresh data that generated samples are measured against.
    case reference
    /// A second, independent draw of fresh data: the real-versus-real floor.
    case floor
    /// The first weights and the batches of a classifier.
    case classifier
  }

  public let seed: UInt64

  public init(seed: UInt64) {
    self.seed = seed
  }

  /// The stream for one purpose and step.
  public func stream(_ purpose: Purpose, step: Int = 0) -> RandomStream {
    var mixer = SplitMix(state: seed)
    var address = mixer.next()
    for part in [purpose.rawValue, UInt64(bitPattern: Int64(step))] {
      mixer = SplitMix(state: address ^ (part &* 0xD1B5_4A32_D192_ED03))
      address = mixer.next()
    }
    return RandomStream(seed: address)
  }
}

/// A stream of uniform and normal numbers (xoshiro256++, Blackman and Vigna 2019).
public struct RandomStream: RandomNumberGenerator, Sendable, Equatable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  public init(seed: UInt64) {
    var mixer = SplitMix(state: seed)
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  public mutating func next() -> UInt64 {
    let sum = state.0 &+ state.3
    let result = ((sum << 23) | (sum >> 41)) &+ state.0
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// A number in (0, 1): never 0, so that its logarithm is finite.
  public mutating func uniform() -> Double {
    (Double(next() >> 11) + 0.5) * 0x1p-53
  }

  /// Two independent standard-normal coordinates (Box and Muller 1958).
  public mutating func normalPoint() -> Point {
    let radius = (-2 * log(uniform())).squareRoot()
    let angle = 2 * Double.pi * uniform()
    return Point(radius * cos(angle), radius * sin(angle))
  }

  /// `count` points of independent standard-normal coordinates: those that `normalPoint` gives one
  /// by one, up to rounding.
  public mutating func normalPoints(
    _ count: Int, with instructions: InstructionSet = .best
  ) -> [Point] {
    guard let version = instructions.version else { return (0..<count).map { _ in normalPoint() } }
    return [Point](count: count) { points in
      for index in 0..<count {
        points.initializeElement(at: index, to: Point(uniform(), uniform()))
      }
      UnsafeMutableRawBufferPointer(points).withMemoryRebound(to: Double.self) { pairs in
        if let pairs = pairs.baseAddress { kernelNormalPoints(version, pairs, count) }
      }
    }
  }

  public static func == (one: Self, other: Self) -> Bool { one.state == other.state }
}

/// The generator that turns a seed into well-mixed words (Steele, Lea and Flood 2014).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
