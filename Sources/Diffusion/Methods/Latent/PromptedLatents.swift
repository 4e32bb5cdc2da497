/// A model of latents under prompts as samplers ask it: a latent is one or two neighbouring points of
/// the plane, whose coordinates are its numbers in turn, the last one unused where they are odd.
///
/// The estimate is that of no prompt, and for each prompt a weighted step from there to the prompt's own
/// (Ho and Salimans 2022; several prompts as Liu et al. 2022); turning away is a negative weight.
public struct PromptedLatents: Denoiser {
  /// One prompt for every latent, and its weight.
  struct Term: Sendable {
    /// A row for every latent, without gaps.
    let embeddings: [Float]
    let weight: Double
  }

  private let denoiser: PromptedDenoiser
  private let termCount: Int
  private let terms: Later<[Term]>
  public var isRounded: Bool { true }

  init(_ denoiser: PromptedDenoiser, terms: [Term]) {
    self.init(denoiser, termCount: terms.count) { terms }
  }

  /// - Parameters:
  ///   - termCount: how many terms there are.
  ///   - terms: works them out when the model is first asked, where that takes long.
  init(
    _ denoiser: PromptedDenoiser, termCount: Int, terms: @escaping @Sendable () -> [Term]
  ) {
    self.denoiser = denoiser
    self.termCount = termCount
    self.terms = Later(terms)
  }

  /// How many points a latent of so many numbers is.
  public static func points(perLatent latents: Int) -> Int { (latents + 1) / 2 }

  public func calls(at level: NoiseLevel) -> Int { 1 + termCount }

  public func estimate(_ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]) {
    let size = level.scale
    let (alpha, sigma) = (level.alpha / size, level.sigma / size)
    let latents = denoiser.latents
    let terms = terms.value
    let states = Self.flat(points, latents, dividedBy: size)
    let answers = denoiser.velocities(
      of: states, logSNR: level.logSNR, prompts: [nil] + terms.map(\.embeddings))
    var velocity = answers[0]
    for (term, told) in zip(terms, answers.dropFirst()) {
      let weight = Float(term.weight)
      for index in velocity.indices {
        velocity[index] += weight * (told[index] - answers[0][index])
      }
    }
    let width = Self.points(perLatent: latents)
    func output(_ index: Int) -> Point {
      let first = index / width * latents + index % width * 2
      let isWhole = index % width * 2 + 1 < latents
      return Point(Double(velocity[first]), isWhole ? Double(velocity[first + 1]) : 0)
    }
    for index in points.indices {
      let canonical = points[index] / size
      let estimate = Parameterization.v.estimate(
        from: output(index), at: canonical, level: NoiseLevel(alpha: alpha, sigma: sigma))
      estimates[index] = estimate
    }
  }

  /// Points as rows of numbers, without gaps.
  static func flat(
    _ points: [Point], _ latents: Int, dividedBy size: Double
  ) -> [Float] {
    let width = points.isEmpty ? 1 : Self.points(perLatent: latents)
    var values: [Float] = []
    values.reserveCapacity(points.count * 2)
    for first in stride(from: 0, to: points.count, by: width) {
      for index in 0..<latents { values.append(Float(points[first + index / 2][index % 2] / size)) }
    }
    return values
  }

  /// Points as rows of latents.
  public static func latents(of points: [Point], _ latents: Int) -> [[Float]] {
    let width = Self.points(perLatent: latents)
    return stride(from: 0, to: points.count, by: width).map { first in
      (0..<latents).map { Float(points[first + $0 / 2][$0 % 2]) }
    }
  }

  /// Rows of latents as points.
  public static func points(of rows: [[Float]], _ latents: Int) -> [Point] {
    rows.flatMap { row in
      stride(from: 0, to: latents, by: 2).map { index in
        Point(Double(row[index]), index + 1 < latents ? Double(row[index + 1]) : 0)
      }
    }
  }
}
