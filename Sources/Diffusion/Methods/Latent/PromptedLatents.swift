/// A model of latents under prompts as samplers ask it: a latent is one or two neighbouring points of
/// the plane, whose coordinates are its numbers in turn, the last one unused where they are odd.
///
/// The estimate is that of no prompt, and for each prompt a weighted step from there to the prompt's own
/// (Ho and Salimans 2022; several prompts as Liu et al. 2022); turning away is a negative weight.
public struct PromptedLatents: Denoiser {
  /// One prompt for every latent, and its weight.
  struct Term: Sendable {
    let embeddings: [[Float]]
    let weight: Double
  }

  private let denoiser: PromptedDenoiser
  private let terms: [Term]
  public var isRounded: Bool { true }

  init(_ denoiser: PromptedDenoiser, terms: [Term]) {
    self.denoiser = denoiser
    self.terms = terms
  }

  /// How many points a latent of so many numbers is.
  public static func points(perLatent latents: Int) -> Int { (latents + 1) / 2 }

  public func calls(at level: NoiseLevel) -> Int { 1 + terms.count }

  public func estimate(_ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]) {
    let size = level.scale
    let (alpha, sigma) = (level.alpha / size, level.sigma / size)
    let latents = denoiser.latents
    let states = Self.latents(of: points, latents).map { $0.map { Float(Double($0) / size) } }
    let nothing = [[Float]](
      repeating: [Float](repeating: 0, count: TextEncoder.width), count: states.count)
    let base = denoiser.velocities(of: states, logSNR: level.logSNR, embeddings: nothing)
    var velocity = base
    for term in terms {
      let told = denoiser.velocities(
        of: states, logSNR: level.logSNR, embeddings: term.embeddings)
      for (row, answer) in told.enumerated() {
        for index in 0..<latents {
          velocity[row][index] += Float(term.weight) * (answer[index] - base[row][index])
        }
      }
    }
    let outputs = Self.points(of: velocity, latents)
    for index in points.indices {
      let canonical = points[index] / size
      let estimate = Parameterization.v.estimate(
        from: outputs[index], at: canonical, level: NoiseLevel(alpha: alpha, sigma: sigma))
      estimates[index] = estimate
    }
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
