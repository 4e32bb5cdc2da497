import Foundation

/// What a hierarchy of latents is worth as a model of the density of points, in nats: the evidence lower
/// bound with its parts, and the log likelihood by importance weights.
///
/// ```
/// ln p(x) >= E_q ln p(x | z_1) - KL(q(z_T | x) || p(z_T))
///            - Σ_(t = 2..T) E_q KL(q(z_(t-1) | z_t, x) || p(z_(t-1) | z_t))
/// ```
/// The latents are drawn from the encoder, from the top down; every divergence is one of Gaussians, a
/// closed form. The weights are those of whole chains (Burda et al. 2016). Densities are in the schedule's
/// own coordinates of clean points, and all is a mean over the points, with its standard error.
public struct HierarchyBound: Sendable {
  public typealias Figure = VariationalBound.Figure

  /// What a bound is worked out of.
  public struct Subject: Sendable {
    public let decoder: any LevelDecoder
    public let encoder: any LevelEncoder
    public let ladder: JumpLadder
    /// The variance of the highest latents.
    public let startVariance: Double

    public init(_ decoder: any LevelDecoder, of process: HierarchicalVAEProcess) {
      self.decoder = decoder
      encoder = process.encoder(of: decoder)
      ladder = process.ladder
      startVariance = process.startVariance
    }
  }

  /// `E_q ln p(x | z_1)`.
  public let reconstruction: Figure
  /// The divergence of the latents of every level from what is expected of them, level 1 first.
  public let klPerLevel: [Figure]
  public let kl: Figure
  /// `reconstruction - kl`.
  public let elbo: Figure
  /// `ln p(x)` by importance weights.
  public let logLikelihood: Figure

  /// About how many latents of a level are drawn at a time.
  private static let rows = 16_384

  /// With one chain for each point.
  public init(of subject: Subject, on points: [Point], from stream: inout RandomStream) {
    self.init(
      [LevelChain(points, down: subject, from: &stream)], draws: 1, levels: subject.ladder.count)
  }

  /// - Parameters:
  ///   - draws: how many chains are drawn for each point; at least 1.
  ///   - watch: told how far the work has come, from 0 to 1.
  public init(
    of subject: Subject, on points: [Point], draws: Int, from stream: inout RandomStream,
    watch: MetricWatch = { _ in }
  ) throws {
    var chains: [LevelChain] = []
    let size = max(1, Self.rows / draws)
    for first in stride(from: 0, to: points.count, by: size) {
      try watch(Double(first) / Double(points.count))
      let some = points[first..<min(first + size, points.count)]
      chains.append(
        LevelChain(
          some.flatMap { [Point](repeating: $0, count: draws) }, down: subject, from: &stream))
    }
    self.init(chains, draws: draws, levels: subject.ladder.count)
  }

  private init(_ chains: [LevelChain], draws: Int, levels: Int) {
    /// The means over the draws of each point.
    func terms(_ value: (LevelChain) -> [Double]) -> [Double] {
      chains.flatMap { chain -> [Double] in
        let values = value(chain)
        return stride(from: 0, to: values.count, by: draws).map { first in
          values[first..<first + draws].reduce(0, +) / Double(draws)
        }
      }
    }
    reconstruction = Figure(meanOf: terms(\.reconstruction))
    klPerLevel = (0..<levels).reversed().map { index in
      Figure(meanOf: terms { $0.divergences[index] })
    }
    kl = Figure(meanOf: terms(\.divergence))
    elbo = Figure(meanOf: terms { zip($0.reconstruction, $0.divergence).map { $0 - $1 } })
    logLikelihood = Figure(
      meanOf: chains.flatMap { chain in
        stride(from: 0, to: chain.weights.count, by: draws).map {
          LogMean.value(chain.weights[$0..<$0 + draws])
        }
      })
  }
}

/// Latents of every level for some points, with what each level adds to the bound.
private struct LevelChain {
  private let clean: [Point]
  private var latents: [Point]
  /// For each level from the top, the divergence at every point.
  private(set) var divergences: [[Double]] = []
  private(set) var reconstruction: [Double] = []
  /// `ln p(x, z) - ln q(z | x)`.
  private(set) var weights: [Double]

  init(
    _ clean: [Point], down subject: HierarchyBound.Subject, from stream: inout RandomStream
  ) {
    self.clean = clean
    latents = clean
    weights = clean.map { _ in 0 }
    walkDown(subject, from: &stream)
  }

  /// The sum over all levels.
  var divergence: [Double] {
    clean.indices.map { row in divergences.reduce(0) { $0 + $1[row] } }
  }

  private mutating func walkDown(_ subject: HierarchyBound.Subject, from stream: inout RandomStream)
  {
    let ladder = subject.ladder
    draw(
      subject.encoder.top(of: clean, on: ladder), expected: clean.map { _ in .zero },
      subject.startVariance, from: &stream)
    for index in 0..<ladder.count - 1 {
      let (means, variance) = subject.decoder.step(index, of: latents, on: ladder)
      let codes = subject.encoder.step(index, of: clean, from: latents, on: ladder)
      draw(codes, expected: means, variance, from: &stream)
    }
    let (means, variance) = subject.decoder.step(ladder.count - 1, of: latents, on: ladder)
    reconstruction = zip(clean, means).map { IsotropicNormal.logDensity($0 - $1, variance) }
    for row in clean.indices { weights[row] += reconstruction[row] }
  }

  /// Draws the latents of a level from the encoder's codes, against the decoder's Gaussians.
  private mutating func draw(
    _ codes: [LevelEncoder.Code], expected means: [Point], _ variance: Double,
    from stream: inout RandomStream
  ) {
    let normals = stream.normalPoints(clean.count)
    var divergence: [Double] = []
    for (row, code) in codes.enumerated() {
      latents[row] = code.latent(normals[row])
      divergence.append(code.divergence(from: means[row], variance))
      // Where the schedule rests nothing is drawn, and nothing is to be told.
      guard variance > 0, code.variance.x > 0, code.variance.y > 0 else { continue }
      for axis in 0..<2 {
        let off = (latents[row][axis] - means[row][axis]) / variance.squareRoot()
        let width = log(code.variance[axis] / variance)
        weights[row] += (width + normals[row][axis] * normals[row][axis] - off * off) / 2
      }
    }
    divergences.append(divergence)
  }
}
